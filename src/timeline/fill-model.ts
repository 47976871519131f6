/** How long filling takes, as the composer of a timeline sees it. It lives with the checks, which know no timeline. */

export { defaultFillModel, type FillModel, learned, type Observation } from '../safety/fill-model.ts';
