import { Box, ChoiceList, TextField } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { say } from '../i18n/say';
import { wordsOf, type SettingKey, type SettingsView, type WordSetting } from '../views/settings';
import { findingWords } from './finding-words';
import { placeOf } from './mapping-draft';
import type { MappingForm } from './mapping-row';
import { useWanted } from './use-wanted';

interface Props<Key extends SettingKey> {
  readonly setting: Key;
  readonly settings: SettingsView;
  readonly form: MappingForm;
}

/** One of a few words, each with a line of what it does. */
export function SettingChoice({ setting, settings, form }: Props<WordSetting>) {
  const { t } = useTranslation();
  const error = useRefusal(setting, form);
  return (
    <Wanted setting={setting} form={form}>
      <ChoiceList
        title={say(t, `setting.${setting}.title`)}
        name={setting}
        choices={wordsOf(setting).map((value) => ({
          value,
          label: say(t, `setting.${setting}.${value}`),
          helpText: say(t, `setting.${setting}.${value}Help`, { defaultValue: '' }),
        }))}
        selected={[form.draft.value('setting', setting, settings[setting])]}
        onChange={([value]) => form.draft.set(setting, value ?? settings[setting])}
        {...(error ? { error } : {})}
      />
    </Wanted>
  );
}

interface TextProps extends Props<SettingKey> {
  readonly type?: 'text' | 'date' | 'number';
  readonly min?: number;
  readonly max?: number;
  readonly suffix?: string;
}

/** A setting that is written in. */
export function SettingText({ setting, settings, form, type = 'text', min, max, suffix }: TextProps) {
  const { t } = useTranslation();
  const error = useRefusal(setting, form);
  return (
    <Wanted setting={setting} form={form}>
      <Box maxWidth="20rem">
        <TextField
          label={say(t, `setting.${setting}.title`)}
          helpText={say(t, `setting.${setting}.help`)}
          type={type}
          value={form.draft.value('setting', setting, settings[setting])}
          onChange={(value) => form.draft.set(setting, value)}
          autoComplete="off"
          {...(min === undefined ? {} : { min })}
          {...(max === undefined ? {} : { max })}
          // Of no step, Polaris leaves no room for its arrows after the suffix; the arrow keys count by one still.
          {...(suffix === undefined ? {} : { suffix, step: 0 })}
          {...(error ? { error } : {})}
        />
      </Box>
    </Wanted>
  );
}

/** What the server had against the value at the last save. */
export function useRefusal(setting: SettingKey, form: MappingForm): string | undefined {
  const { t, i18n } = useTranslation();
  const problem = form.problems[placeOf('setting', setting)];
  if (!problem) return undefined;
  const { name, reason = '' } = problem.facts;
  // Where nothing was written in, there is nothing to name.
  if (name === '—') return sentence(say(t, `breach.${reason}`, { ...problem.facts }));
  return findingWords(t, i18n.language, problem).explain;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Scrolled to and focused where a finding's link asks for it. */
export function Wanted({
  setting,
  form,
  children,
}: {
  readonly setting: SettingKey;
  readonly form: MappingForm;
  readonly children: ReactNode;
}) {
  const isWanted =
    form.wanted === setting || (form.wanted === 'locked-period' && setting === 'post-on-first-open-day');
  const box = useWanted(isWanted);
  return <div ref={box}>{children}</div>;
}
