/**
 * Whether keys that are pressed alone, outside of a control, do something: Space, the arrows and `?`. A setting of the page switches them off
 * (`data-keys`), for people whose speech input or hands press keys by accident. Esc is not one of them: it stops a session either way.
 */

/** @param where the document in which the keys are pressed: the page's, or that of the small window */
export const singleKeysOn = (where: Pick<Document, 'documentElement'> = document): boolean =>
  where.documentElement.dataset.keys !== 'off';
