import { SaveBar as AdminSaveBar } from '@shopify/app-bridge-react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly id: string;
  readonly dirty: boolean;
  readonly saving: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly saveLabel?: string;
}

/** The admin's own save bar: there as long as something is unsaved. */
export function SaveBar({ id, dirty, saving, onSave, onDiscard, saveLabel }: Props) {
  const { t } = useTranslation();
  // App Bridge reads `variant` and `loading` from these buttons and draws its own.
  return (
    <AdminSaveBar id={id} open={dirty}>
      <button
        type="button"
        variant="primary"
        {...(saving ? { loading: '' } : {})}
        onClick={onSave}
        disabled={saving}
      >
        {saveLabel ?? t('mappings.save')}
      </button>
      <button type="button" onClick={onDiscard} disabled={saving}>
        {t('mappings.discard')}
      </button>
    </AdminSaveBar>
  );
}
