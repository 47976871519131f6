/** The published JSON Schema of program documents, as text. */

import { toJsonSchema } from '@valibot/to-json-schema';
import { programSchema } from '../../src/program/document/schema.ts';

export function programSchemaText(): string {
  const { $schema, ...described } = toJsonSchema(programSchema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    overrideAction: ({ valibotAction, jsonSchema }) =>
      // A pattern in a JSON Schema has no flags, and is always Unicode.
      valibotAction.type === 'regex' && 'requirement' in valibotAction
        ? { ...jsonSchema, pattern: (valibotAction.requirement as RegExp).source }
        : null,
  });
  const whole = {
    $schema,
    title: 'Heartward program',
    description:
      'A program for pneumatic compression boots. Rules that a schema cannot express (such as which parts of the leg go together) are checked when the file is opened.',
    ...described,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
