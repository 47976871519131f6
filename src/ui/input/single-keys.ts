/**
 * Whether keys that are pressed alone, outside of a control, do something: Space, the arrows and `?`. A setting of the page switches them off
 * (`data-keys`), for people whose speech input or hands press keys by accident. Esc is not one of them: it stops a session either way.
 */

export const singleKeysOn = (): boolean => document.documentElement.dataset.keys !== 'off';
