/** A region of a session's state: a union, and the table of every move in it. docs/states.md is drawn from these tables. */

type Kinds = { readonly kind: string };
type MovesOf<State extends Kinds> = Readonly<Record<State['kind'], Readonly<Record<string, State['kind']>>>>;
type Of<State extends Kinds, Kind> = Extract<State, { readonly kind: Kind }>;

/** @returns the table, and a function that makes its moves: `move(from, why, what is known in the state it leads to)` */
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
