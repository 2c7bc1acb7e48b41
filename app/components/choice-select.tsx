import { Autocomplete, Text } from '@shopify/polaris';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { say } from '../i18n/say';
import { useChoices } from '../queries/mappings';
import type { Choice, ChoiceKind } from '../views/mapping-view';

interface Props {
  readonly id: string;
  readonly label: ReactNode;
  readonly labelHidden?: boolean;
  readonly kind: ChoiceKind;
  readonly value: Choice | null;
  readonly onChange: (choice: Choice | null) => void;
  readonly error?: string;
  readonly helpText?: string;
  readonly disabled?: boolean;
}

/** A searchable select, filled from Odoo while one types. Odoo is asked only once the field is used. */
export function ChoiceSelect({
  id,
  label,
  labelHidden = false,
  kind,
  value,
  onChange,
  error,
  helpText,
  disabled = false,
}: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  const [used, setUsed] = useState(false);
  const search = useDeferredValue((text ?? '').trim());
  const choices = useChoices(kind, search, used);
  const list = choices.data?.choices ?? [];
  const empty = choices.isError
    ? t('mappings.choicesFailed')
    : choices.isPending
      ? t('mappings.loadingChoices')
      : t('mappings.noChoices');
  return (
    <Autocomplete
      options={list.map((choice) => ({
        value: String(choice.id),
        label: (
          <span>
            {choice.label}
            {choice.detail ? (
              <>
                {' '}
                <Text as="span" tone="subdued" variant="bodySm">
                  {say(t, `accountType.${choice.detail}`, { defaultValue: choice.detail })}
                </Text>
              </>
            ) : null}
          </span>
        ),
      }))}
      selected={value ? [String(value.id)] : []}
      onSelect={([picked]) => {
        const choice = list.find(({ id: known }) => String(known) === picked);
        setText(null);
        if (choice) onChange(choice);
      }}
      loading={choices.isFetching && list.length === 0}
      emptyState={
        <Text as="p" tone="subdued" alignment="center">
          {empty}
        </Text>
      }
      textField={
        <Autocomplete.TextField
          id={id}
          label={label}
          labelHidden={labelHidden}
          placeholder={t('mappings.choose')}
          value={text ?? value?.label ?? ''}
          onChange={setText}
          onFocus={() => setUsed(true)}
          onBlur={() => setText(null)}
          autoComplete="off"
          disabled={disabled}
          {...(error ? { error } : {})}
          {...(helpText ? { helpText } : {})}
          {...(value
            ? {
                clearButton: true,
                onClearButtonClick: () => {
                  setText(null);
                  onChange(null);
                },
              }
            : {})}
        />
      }
    />
  );
}
