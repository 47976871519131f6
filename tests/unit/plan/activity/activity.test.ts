import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_CHARACTERS, readActivity } from '../../../../src/plan/activity/activity.ts';
import { hostileActivities } from '../../../hostile-files.ts';
import { seed } from '../../../seed.ts';

/** Track points that lead north, each `metres` and one second from the last. @param rise ascent from point to point, metres */
const points = (count: number, metres: number, rise = 0): string =>
  Array.from({ length: count }, (_, index) => {
    const latitude = (index * metres) / 111_195.08;
    const time = new Date(Date.UTC(2026, 10, 29, 8) + index * 1000).toISOString();
    return (
      `<trkpt lat="${latitude.toFixed(8)}" lon="7.5"><ele>${(100 + index * rise).toFixed(2)}</ele><time>${time}</time>` +
      '<extensions><gpxtpx:TrackPointExtension><gpxtpx:atemp>4</gpxtpx:atemp></gpxtpx:TrackPointExtension></extensions></trkpt>'
    );
  }).join('\n');

const gpx = (inside: string): string =>
  `<?xml version="1.0"?>\n<gpx version="1.1" creator="a &gt; b"><!-- a > b --><trk><trkseg>${inside}</trkseg></trk></gpx>`;

const tcx = (inside: string): string =>
  `<TrainingCenterDatabase><Activities><Activity Sport="Running"><Lap><DistanceMeters>9</DistanceMeters><Track>${inside}</Track></Lap></Activity></Activities></TrainingCenterDatabase>`;

const trackpoint = (time: string, distance: number, altitude: number): string =>
  `<Trackpoint><Time>${time}</Time><AltitudeMeters>${altitude}</AltitudeMeters><DistanceMeters>${distance}</DistanceMeters></Trackpoint>`;

const problem = async (text: string) => {
  const read = await readActivity(text);
  return read === null || read.ok ? null : read.problem;
};

describe('an activity file', () => {
  // The size of the header, the protocol, two bytes of the profile, and four of the length of the data.
  it.each([
    ['no character', [0x5c, 0x08, 0x8b, 0xff, 0x01, 0x00]],
    ['a character', [0x5c, 0x08, 0xc3, 0xa9, 0x01, 0x00]],
    ['a character of three bytes', [0x97, 0x08, 0xe2, 0x82, 0xac, 0x00]],
    ['a character of four bytes', [0x97, 0x08, 0xf0, 0x9f, 0x98, 0x80]],
  ])('of FIT is known, also if bytes of its header make %s', async (_, bytes) => {
    const file = new Uint8Array([0x0e, 0x20, ...bytes, ...new TextEncoder().encode('.FIT'), 0, 0, 0x40]);
    expect(await problem(new TextDecoder().decode(file))).toEqual({ kind: 'fit' });
  });

  it('of GPX gives distance, duration, ascent, temperature and end', async () => {
    expect(await readActivity(gpx(points(3601, 2.5, 0.05)))).toEqual({
      ok: true,
      activity: {
        endedAt: Date.UTC(2026, 10, 29, 9),
        distanceKm: 9,
        minutes: 60,
        ascentM: 180,
        temperatureC: 4,
      },
      leftOut: [],
    });
  });

  it('of TCX gives the distance that the watch measured', async () => {
    const text = tcx(
      trackpoint('2026-11-29T08:00:00Z', 0, 100) +
        trackpoint('2026-11-29T09:00:00.500+00:00', 10_000, 160) +
        trackpoint('2026-11-29T11:30:00Z', 42_195, 90),
    );
    expect(await readActivity(text)).toMatchObject({
      ok: true,
      activity: {
        distanceKm: 42.2,
        minutes: 210,
        ascentM: 60,
        temperatureC: null,
        endedAt: Date.UTC(2026, 10, 29, 11, 30),
      },
    });
  });

  it('counts each real ascent, but no noise of the altimeter', async () => {
    const altitudes = [100, 102, 99, 101, 98, 150, 147, 151, 100, 130, 129];
    const text = tcx(
      altitudes
        .map((altitude, index) =>
          trackpoint(`2026-11-29T08:0${Math.min(index, 9)}:00Z`, index * 100, altitude),
        )
        .join(''),
    );
    expect(await readActivity(text)).toMatchObject({ activity: { ascentM: 53 + 30 } });
  });

  it('adds neither gaps nor jumps of a GPS receiver to the distance', async () => {
    const segment = '</trkseg><trkseg>';
    const far = '<trkpt lat="40" lon="7.5"><time>2026-11-29T08:00:01Z</time></trkpt>';
    expect(await readActivity(gpx(points(401, 2.5) + segment + far))).toMatchObject({
      activity: { distanceKm: 1 },
    });
    expect(await readActivity(gpx(points(401, 2.5) + far))).toMatchObject({ activity: { distanceKm: 1 } });
  });

  it('without times has a distance, and has no duration if the clock was set meanwhile', async () => {
    const untimed = points(401, 2.5).replace(/<time>.*?<\/time>/g, '');
    expect(await readActivity(gpx(untimed))).toMatchObject({
      activity: { distanceKm: 1, minutes: null, endedAt: null },
    });
    const reset = points(401, 2.5).replace('2026-11-29T08:00:00.000Z', '2006-01-01T00:00:00Z');
    expect(await readActivity(gpx(reset))).toMatchObject({ activity: { minutes: null, endedAt: null } });
  });

  it.each([
    ['temperature', points(401, 2.5).replaceAll('>4<', '>999<'), ['temperature']],
    ['ascent', points(401, 2.5).replaceAll(/<ele>.*?<\/ele>/g, '<ele>99999</ele>'), ['ascent']],
    [
      'time, in one',
      points(401, 2.5).replace('2026-11-29T08:00:00.000Z', '2006-01-01T00:00:00Z'),
      ['duration'],
    ],
    ['distance', points(401, 2.5).replaceAll('lat="', 'lat="9'), ['distance']],
    ['distance for a plan', points(600, 1990), ['distance']],
    [
      'several',
      points(401, 2.5).replaceAll('lat="', 'lat="9').replaceAll('>4<', '>999<'),
      ['distance', 'temperature'],
    ],
    ['nothing in it, but one point', points(401, 2.5).replace('lat="0.0', 'lat="900.0'), []],
    ['nothing, though some is missing', points(401, 2.5).replaceAll(/<ele>.*?<\/ele>/g, '<ele/>'), []],
  ])('names the figures that it leaves out: impossible %s', async (_, inside, leftOut) => {
    expect(await readActivity(gpx(inside))).toMatchObject({ ok: true, leftOut });
  });

  it('of TCX names the distance that it leaves out', async () => {
    const text = tcx(
      trackpoint('2026-11-29T08:00:00Z', -1, 100) + trackpoint('2026-11-29T09:00:00Z', 1e7, 160),
    );
    expect(await readActivity(text)).toMatchObject({
      ok: true,
      activity: { minutes: 60 },
      leftOut: ['distance'],
    });
  });

  it('with neither a possible distance nor a possible time is refused, and all such figures are named', async () => {
    const wild = points(401, 2.5).replaceAll('lat="', 'lat="9').replaceAll('2026-', '1026-');
    const figures = ['distance', 'duration', 'temperature'];
    expect(await problem(gpx(wild.replaceAll('>4<', '>999<')))).toEqual({ kind: 'nothingUsable', figures });
  });

  it('leaves out impossible values', async () => {
    const wild = points(401, 2.5).replace('lat="0.00000000"', 'lat="nowhere"').replaceAll('>4<', '>999<');
    expect(await readActivity(gpx(wild))).toMatchObject({ activity: { distanceKm: 1, temperatureC: null } });
  });
});

describe('reading an activity file', () => {
  const bomb = '<!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  it.each([
    ['an empty file', ' \n ', { kind: 'empty' }],
    ['a FIT file', '\u000e\u0010d\u0008....\u002eFIT', { kind: 'fit' }],
    ['text', 'GPX is nice', { kind: 'notXml' }],
    ['JSON', '{"gpx": "<gpx></gpx>"}', { kind: 'notXml' }],
    ['a web page', '<html><body></body></html>', { kind: 'otherXml', root: 'html' }],
    ['a declared document type', `<?xml version="1.0"?>${bomb}${gpx('').slice(21)}`, { kind: 'doctype' }],
    ['one cut off in a point', gpx(points(20, 2)).slice(0, -400), { kind: 'cutOff' }],
    ['one cut off in a comment', '<gpx><!-- a', { kind: 'cutOff' }],
    ['one cut off in a quotation', '<gpx creator="a', { kind: 'cutOff' }],
    ['one that is tangled', '<gpx>\n<trk>\n</gpx>\n</trk>', { kind: 'tangled', line: 3 }],
    ['a stray bracket', '<gpx>\n< trk></gpx>', { kind: 'tangled', line: 2 }],
    ['one too deep', `<gpx>${'<a>'.repeat(90)}`, { kind: 'tooDeep', most: 64 }],
    [
      'a route nobody has run yet',
      '<gpx><rte><rtept lat="1" lon="1"/></rte></gpx>',
      { kind: 'nothingRecorded' },
    ],
    ['one point', gpx(points(1, 2)), { kind: 'nothingRecorded' }],
  ])('%s', async (_, text, expected) => {
    expect(await problem(text)).toEqual(expected);
  });

  it('refuses a far too long file without parsing it', async () => {
    const text = `<gpx>${'<a></a>'.repeat(2_500_000)}</gpx>`;
    expect(await problem(text)).toMatchObject({ kind: 'tooLong' });
  });

  it('reads or refuses any text, and never throws', async () => {
    const valid = gpx(points(6, 2.5));
    const mangled = fc
      .tuple(fc.nat(valid.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 12 }))
      .map(([at, length, text]) => valid.slice(0, at) + text + valid.slice(at + length));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), mangled), async (text) => {
        const read = await readActivity(text);
        if (!read?.ok) return;
        const { distanceKm, minutes, ascentM } = read.activity;
        for (const figure of [distanceKm, minutes, ascentM]) expect(figure ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('a large file', () => {
  const longest = (unit: string): string => {
    const inside = unit.repeat(Math.floor((MOST_CHARACTERS - 100) / unit.length));
    return `<gpx><trk><trkseg>${inside}</trkseg></trk></gpx>`;
  };

  it.each([
    ['points', points(1, 2)],
    ['empty elements', '<a/>'],
    ['comments', '<!---->'],
    ['line breaks', '\n'],
  ])('of %s is read in short pieces, with a growing share', async (_, unit) => {
    const shares: number[] = [];
    const text = longest(unit);
    await readActivity(text, async (share) => shares.push(share) > 0);
    // Pieces without elements are skipped at once.
    const most = unit === '\n' ? 1 : 0.01;
    for (const [at, share] of [...shares, 1].entries())
      expect(share - (shares[at - 1] ?? 0)).toBeLessThanOrEqual(most);
    expect([...shares].sort((one, other) => one - other)).toEqual(shares);
  });

  it('can be given up', async () => {
    let asked = 0;
    const read = readActivity(longest(points(1, 2)), async () => {
      asked += 1;
      return asked < 3;
    });
    expect(await read).toBeNull();
    expect(asked).toBe(3);
  });

  it.each(hostileActivities)('that is %s is refused', async (_, text) => {
    expect(await problem(text)).not.toBeNull();
  });

  it('that is a marathon with a point every four seconds is read', async () => {
    expect(await readActivity(gpx(points(3600, 11.7)))).toMatchObject({
      ok: true,
      activity: { distanceKm: 42.11 },
    });
  });
});
