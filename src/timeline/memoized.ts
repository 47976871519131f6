/** Memoizes a pure function that takes one object. The key is made of all fields of that object. */

type Primitive = string | number | boolean | bigint | symbol | null | undefined;

/** A node of the tree in which results are kept. Each field name, and each field value, leads from one node to the next. */
class Branch<Result> {
  result: { readonly value: Result } | undefined;
  #objects: WeakMap<object, Branch<Result>> | undefined;
  #primitives: Map<unknown, Branch<Result>> | undefined;

  to(key: unknown): Branch<Result> {
    if (isObject(key)) this.#objects ??= new WeakMap();
    else this.#primitives ??= new Map();
    const known = isObject(key) ? this.#objects?.get(key) : this.#primitives?.get(key);
    if (known) return known;
    const next = new Branch<Result>();
    if (isObject(key)) this.#objects?.set(key, next);
    else this.#primitives?.set(key, next);
    return next;
  }
}

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

const isListOfPrimitives = (value: unknown): value is readonly Primitive[] =>
  Array.isArray(value) && !value.some(isObject);

/**
 * Inputs with the same fields in the same order are equal. Primitives and lists of primitives are compared by value, other objects by
 * identity, so those objects must never change. A result is kept until one of those objects is garbage-collected; without any, for as long
 * as the function.
 * @param compute a function that reads only its input and constants
 */
export function memoized<Input extends object, Result>(
  compute: (input: Input) => Result,
): (input: Input) => Result {
  const root = new Branch<Result>();
  return (input) => {
    const fields = Object.entries(input);
    let branch = root;
    // Objects come first, so that everything below the branch of an object is freed with that object.
    for (const [name, value] of fields) {
      if (isObject(value) && !isListOfPrimitives(value)) branch = branch.to(name).to(value);
    }
    for (const [name, value] of fields) {
      if (isListOfPrimitives(value))
        branch = [value.length, ...value].reduce((at, each) => at.to(each), branch.to(name));
      else if (!isObject(value)) branch = branch.to(name).to(value);
    }
    branch.result ??= { value: compute(input) };
    return branch.result.value;
  };
}
