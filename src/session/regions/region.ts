/**
 * A region of a session's state: a union of states, and the table of all moves (transitions) between them. docs/states.md is drawn from
 * these tables.
 */

type Kinds = { readonly kind: string };
type MovesOf<State extends Kinds> = Readonly<Record<State['kind'], Readonly<Record<string, State['kind']>>>>;
type Of<State extends Kinds, Kind> = Extract<State, { readonly kind: Kind }>;

/** @returns the table, and a function that makes a move: `move(from, why, holding)`, where `holding` is what the next state knows */
export const region =
  <State extends Kinds>() =>
  <const Moves extends MovesOf<State>>(moves: Moves) => ({
    moves,
    move: <Kind extends State['kind'], Why extends keyof Moves[Kind]>(
      from: Of<State, Kind>,
      why: Why,
      holding: Omit<Of<State, Moves[Kind][Why]>, 'kind'>,
    ): Of<State, Moves[Kind][Why]> => {
      const out: Moves[Kind] = moves[from.kind as Kind];
      // The types of the table and of `holding` guarantee that kind and contents match.
      return { ...holding, kind: out[why] } as unknown as Of<State, Moves[Kind][Why]>;
    },
  });
