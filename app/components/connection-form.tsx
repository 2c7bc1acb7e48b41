import { Banner, BlockStack, Button, Card, FormLayout, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useConnect, type ConnectionInput } from '../queries/connection';
import type { ConnectionView } from '../views/mapping-view';
import { connectionWords } from './connection-words';
import { SaveBar } from './save-bar';
import { showToast } from './show-toast';

const fields = ['url', 'database', 'login', 'apiKey'] as const;

/** Where Odoo is and who signs in. The key is never filled in again: it does not leave the server. */
export function ConnectionForm({ view }: { readonly view: ConnectionView }) {
  const { t, i18n } = useTranslation();
  const saved: ConnectionInput = {
    url: view.url ?? '',
    database: view.database ?? '',
    login: view.login ?? '',
    apiKey: '',
  };
  const [input, setInput] = useState(saved);
  const [own, setOwn] = useState<Partial<Record<keyof ConnectionInput, string>>>({});
  const connect = useConnect();
  const words = connect.error ? connectionWords(t, i18n.language, connect.error) : null;
  const dirty = fields.some((field) => input[field] !== saved[field]);
  const change = (field: keyof ConnectionInput) => (value: string) => {
    setInput((known) => ({ ...known, [field]: value }));
    setOwn((known) => ({ ...known, [field]: undefined }));
  };
  const save = () => {
    const wrong: Partial<Record<keyof ConnectionInput, string>> = {};
    for (const field of fields) {
      if (input[field].trim() === '') wrong[field] = t('connection.fillIn');
    }
    if (!wrong.url && !/^https?:\/\/[^\s/]+/.test(input.url.trim())) wrong.url = t('connection.urlForm');
    setOwn(wrong);
    const first = fields.find((field) => wrong[field]);
    if (first) {
      document.getElementById(`connection-${first}`)?.focus();
      return;
    }
    connect.mutate(input, {
      onSuccess: (known) => {
        setInput({
          url: known.url ?? '',
          database: known.database ?? '',
          login: known.login ?? '',
          apiKey: '',
        });
        showToast(t('connection.saved'));
      },
    });
  };
  const discard = () => {
    setInput(saved);
    setOwn({});
    connect.reset();
  };
  const error = (field: keyof ConnectionInput) => own[field] ?? words?.fields[field];
  const shared = (field: keyof ConnectionInput) => {
    const said = error(field);
    return {
      id: `connection-${field}`,
      value: input[field],
      onChange: change(field),
      ...(said ? { error: said } : {}),
    };
  };
  return (
    <Card>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <SaveBar
          id="connection-save-bar"
          dirty={dirty}
          saving={connect.isPending}
          onSave={save}
          onDiscard={discard}
          saveLabel={t('connection.save')}
        />
        <BlockStack gap="400">
          <Text as="h2" variant="headingMd">
            {t(view.connected ? 'connection.formTitleChange' : 'connection.formTitle')}
          </Text>
          {words ? (
            <Banner tone="critical" title={words.title}>
              {words.text ? <Text as="p">{words.text}</Text> : null}
            </Banner>
          ) : null}
          <FormLayout>
            <TextField
              {...shared('url')}
              type="url"
              label={t('connection.urlLabel')}
              helpText={t('connection.urlHelp')}
              autoComplete="url"
            />
            <TextField
              {...shared('database')}
              label={t('connection.databaseLabel')}
              helpText={t('connection.databaseHelp')}
              autoComplete="off"
            />
            <TextField
              {...shared('login')}
              label={t('connection.loginLabel')}
              helpText={t('connection.loginHelp')}
              autoComplete="username"
            />
            <TextField
              {...shared('apiKey')}
              type="password"
              label={t('connection.keyLabel')}
              helpText={view.connected ? t('connection.keyKept') : t('connection.keyHelp')}
              autoComplete="new-password"
            />
            <Button submit variant="primary" loading={connect.isPending} disabled={!dirty}>
              {connect.isPending ? t('connection.testing') : t('connection.save')}
            </Button>
          </FormLayout>
        </BlockStack>
      </form>
    </Card>
  );
}
