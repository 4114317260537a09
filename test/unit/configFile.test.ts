/** `.interview-answers.json` as text: what it sets, and what is wrong with it and where. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConfigFile } from '../../server/src/core/config/configFile.ts';
import { jsonPlaces } from '../../server/src/core/config/jsonPlaces.ts';
import { DEFAULT_SETTINGS, readSettings, SETTINGS } from '../../server/src/core/settings.ts';

/** The problems of a text as `«what is marked» message`. */
function check(text: string, expected: readonly string[]): void {
  const { problems } = readConfigFile(text);
  expect(problems.map(({ start, end, line, message }) => `${line + 1}: «${text.slice(start, end)}» ${message}`)).toEqual(expected);
}

describe('what it sets', () => {
  test.each([
    ['nested keys', '{"breath": {"seconds": 8}}'],
    ['dotted keys', '{"breath.seconds": 8}'],
    ['keys as in settings.json', '{"interviewAnswers.breath.seconds": 8}'],
    ['a section', '{"interviewAnswers": {"breath": {"seconds": 8}}}'],
    ['a schema', '{"$schema": "./config.schema.json", "breath": {"seconds": 8}}'],
    ['a byte order mark', '\ufeff{"breath": {"seconds": 8}}'],
  ])('%s', (_, text) => {
    const { layer, problems } = readConfigFile(text);
    expect(problems).toEqual([]);
    expect(readSettings(layer).settings).toEqual({ ...DEFAULT_SETTINGS, breath: { seconds: 8 } });
  });

  test('what is good of a file that is partly wrong', () => {
    const { layer } = readConfigFile('{"pace": "allegro", "tables": true, "rules": {"duration/over": "off", "no/rule": "off"}}');
    expect(readSettings(layer).settings).toEqual({ ...DEFAULT_SETTINGS, tables: true, rules: { 'duration/over': 'off' } });
  });

  test('any setting but those that are personal', () => {
    for (const { key, schema, isPersonal } of SETTINGS) {
      const { problems } = readConfigFile(JSON.stringify({ [key]: schema.default }));
      expect(problems.length, key).toBe(isPersonal === true ? 1 : 0);
    }
    expect(SETTINGS.filter(({ isPersonal }) => isPersonal === true).map(({ key }) => key)).toEqual(['rehearsal.history']);
  });
});

describe('what is wrong with it', () => {
  test.each([
    ['{"pace": "fast",\n}', '2: «}» This is not JSON: there is a comma too many.'],
    ['{"pace": "fast"\n"tables": true}', '2: «"» This is not JSON: a comma or "}" was expected.'],
    ['{"pace": fast}', '1: «f» This is not JSON: a value was expected.'],
    ['{pace: "fast"}', '1: «p» This is not JSON: a name in double quotes was expected.'],
    ['{"pace" "fast"}', '1: «"» This is not JSON: a colon was expected.'],
    ['{"pace": "fast', '1: «"» This is not JSON: this text in quotes does not end well.'],
    ['{', '1: «» This is not JSON: a name in double quotes was expected.'],
    ['', '1: «» This is not JSON: a value is missing at the end.'],
    ['{} {}', '1: «{» This is not JSON: nothing more was expected.'],
    ['// settings\n{}', '1: «/» This is not JSON: a value was expected.'],
    [`{"a":${'['.repeat(100_000)}`, '1: «[» This is not JSON: it is nested too deeply.'],
  ])('%j', (text, expected) => {
    check(text, [expected]);
    expect(readConfigFile(text).layer).toBeUndefined();
  });

  test('values that make no sense, each at its place', () => {
    check('{\n  "pace": "allegro",\n  "breath": { "seconds": "long" }\n}', [
      '2: «"pace": "allegro"» "interviewAnswers.pace" can\'t be "allegro"; it is "normal" instead.',
      '3: «"seconds": "long"» "interviewAnswers.breath.seconds" can\'t be "long"; it is 10 instead.',
    ]);
    check('{"rules": {\n"duration/over": "off",\n"duration/ovr": "off"}}', [
      '3: «"duration/ovr": "off"» "interviewAnswers.rules" can\'t have {"duration/ovr":"off"}; the entry is left out.',
    ]);
    check('{"rules": []}', ['1: «"rules": []» "interviewAnswers.rules" can\'t be []; it is {} instead.']);
    check('[]', ['1: «[]» Settings must be an object, not [].']);
  });

  test('settings that there are not, and what should hold some', () => {
    check('{"paces": "fast", "breath": {"second": 8}, "a": {"b": {}}}', [
      '1: «"paces": "fast"» There is no setting "paces".',
      '1: «"second": 8» There is no setting "breath.second".',
      '1: «"a": {"b": {}}» There is no setting "a".',
    ]);
    check('{"breath": 8, "interviewAnswers": "x"}', [
      '1: «"breath": 8» "breath" holds settings: it must be an object.',
      '1: «"interviewAnswers": "x"» "interviewAnswers" holds settings: it must be an object.',
    ]);
  });

  test('what is not for a folder to say', () => {
    const message = '"interviewAnswers.rehearsal.history" is for everybody to set in their own editor, not here.';
    check('{"rehearsal": {"history": "workspace"}}', [`1: «"history": "workspace"» ${message}`]);
    check('{"rehearsal.history": "workspace"}', [`1: «"rehearsal.history": "workspace"» ${message}`]);
    const { layer } = readConfigFile('{"interviewAnswers": {"rehearsal": {"history": "workspace", "fontSize": 40}}}');
    expect(layer).toEqual({ 'rehearsal.fontSize': 40 });
  });
});

describe('any text', () => {
  const json = fc.json({ maxDepth: 4 });
  const cut = fc.tuple(json, fc.nat(), fc.nat(3), fc.string({ maxLength: 2 })).map(([text, at, length, other]) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + other + text.slice(start + length);
  });

  test('is a mistake exactly when it is not JSON', () => {
    fc.assert(
      fc.property(fc.oneof(json, cut, fc.string()), (text) => {
        expect(jsonPlaces(text).mistake === undefined).toBe(isJson(text));
      }),
    );
  });

  test('gives settings, and problems within it', () => {
    fc.assert(
      fc.property(fc.oneof(json, cut, fc.string()), (text) => {
        const { layer, problems } = readConfigFile(text);
        expect(readSettings(layer).settings).toMatchObject({});
        for (const { start, end } of problems) expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
