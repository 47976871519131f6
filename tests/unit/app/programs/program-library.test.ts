import { describe, expect, it } from 'vitest';
import { libraryWith, named, settle } from './library.ts';

describe('imported programs', () => {
  it('are chosen and stored, newest first, and not twice', async () => {
    const { library, chosen, own } = libraryWith();
    library.importText('<One>');
    library.importText('<Two>');
    await settle();
    expect(own()).toEqual(['Two', 'One']);
    library.importText(' <One>\n');
    await settle();
    expect(own()).toEqual(['Two', 'One']);
    expect(chosen).toEqual(['One', 'Two', 'One']);
    expect(library.state.value.said).toMatchObject({ kind: 'added', again: true });
  });

  it('come from a pasted link or from the address of the page', async () => {
    const { library, chosen } = libraryWith();
    library.importText('https://elsewhere.example/x/#program=Linked\n');
    await settle();
    expect(chosen).toEqual(['Linked']);
    expect(library.importFromAddress('https://host.example/heartward/?zones=3#program=Sent')).toBe(true);
    await settle();
    expect(chosen).toEqual(['Linked', 'Sent']);
    expect(library.state.value.said).toMatchObject({ kind: 'sent', program: { name: 'Sent' } });
    expect(library.importFromAddress('https://host.example/heartward/#elsewhere')).toBe(false);
  });

  it('are refused with their problems, and nothing is chosen or stored', async () => {
    const { library, chosen, own } = libraryWith();
    library.importFiles([new File(['no program'], 'evening.json')]);
    await settle();
    expect(library.state.value.said).toEqual({
      kind: 'refused',
      what: 'evening.json',
      problems: [{ kind: 'notAProgram' }],
    });
    expect(chosen).toEqual([]);
    expect(own()).toEqual([]);
  });

  it('are not read at all if their file is too large', async () => {
    const { library, chosen } = libraryWith();
    const file = new File([`<${'x'.repeat(200)}>`], 'large.json');
    file.text = () => Promise.reject(new Error('It was read.'));
    library.importFiles([file]);
    await settle();
    expect(library.state.value.said).toEqual({ kind: 'tooLarge', what: 'large.json', most: 100 });
    expect(chosen).toEqual([]);
  });

  it('may be several at once, of which the first invalid one is named at the end', async () => {
    const { library, own } = libraryWith();
    const files = ['<One>', '<Two>', 'none', '<Three>'].map((text, i) => new File([text], `${i}.json`));
    library.importFiles(files);
    await settle();
    expect(own()).toEqual(['Three', 'Two', 'One']);
    expect(library.state.value.said).toMatchObject({ kind: 'refused', what: '2.json' });
    library.importFiles([new File(['<Four>'], '4.json')], ['other-plan.json']);
    await settle();
    expect(own()[0]).toBe('Four');
    expect(library.state.value.said).toEqual({ kind: 'notOpened', files: ['other-plan.json'], most: 20 });
  });
});

describe('a shared program', () => {
  it('is downloaded as a file named after it', async () => {
    const { library, saved } = libraryWith();
    library.download(named('Wind-down: für mich / 2'));
    library.download(named('…'));
    await settle();
    expect(saved).toEqual(['wind-down-für-mich-2.json <Wind-down: für mich / 2>', 'program.json <…>']);
  });

  it('is shared as a link to this page', async () => {
    const { library, given } = libraryWith();
    library.share(named('One'));
    await settle();
    expect(given).toEqual(['https://host.example/heartward/#program=One']);
    expect(library.state.value.said).toMatchObject({ kind: 'copied' });
  });

  it('is shown as a link if it can be neither shared nor copied; the page says nothing if the user cancelled', async () => {
    const shown = libraryWith({ give: () => Promise.resolve('impossible') });
    shown.library.share(named('One'));
    const cancelled = libraryWith({ give: () => Promise.resolve('cancelled') });
    cancelled.library.share(named('One'));
    await settle();
    expect(shown.library.state.value.said).toMatchObject({ kind: 'link' });
    expect(cancelled.library.state.value.said).toBeNull();
  });
});

it('the page says so if the library’s code fails to load', async () => {
  const { library } = libraryWith({ load: () => Promise.reject(new Error('offline')) });
  library.importText('<One>');
  await settle();
  expect(library.state.value.said).toEqual({ kind: 'partMissing' });
});
