import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Giving } from '#device/deliberation/give.ts'
import { Notice } from '../../shared/notice.tsx'
import { useNotebook } from '../notebook-context.tsx'
import { jurorNames } from './juror-names.ts'

/** Why nothing can be given, and what to do. */
export function GivingRefusal({ refusal }: { refusal: Extract<Giving, { ok: false }> }) {
  const { t } = useTranslation('deliberation')
  const notebook = useNotebook()
  if (refusal.code === 'nothing') return <Notice tone="info" role="status" title={t('give.nothing')} />
  return (
    <Notice
      tone="danger"
      role="alert"
      title={t('give.unknown.title', { names: jurorNames(notebook, refusal.jurorIds) })}
      actions={
        <Button component={Link} to="/salle/reglages" size="lg">
          {t('home.refresh')}
        </Button>
      }
    >
      <p>{t('give.unknown.detail')}</p>
    </Notice>
  )
}
