import { Button } from '@mantine/core'
import { useObservable } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { watchInterests } from '#device/interests.ts'
import { Notice } from '../../shared/notice.tsx'
import { useNotebook } from '../notebook-context.tsx'

/** On the day's page, while candidates remain of whom the juror has not said whether they know them. */
export function InterestsNotice() {
  const { t } = useTranslation('interests')
  const notebook = useNotebook()
  const own = useObservable(() => watchInterests(notebook), [notebook])
  if (!own || own.undeclared.length === 0) return null
  return (
    <Notice
      tone="info"
      title={t('notice', { count: own.undeclared.length })}
      actions={
        <Button component={Link} to="/salle/liens" variant="default" size="lg">
          {t('noticeAct')}
        </Button>
      }
    >
      <p>{t('noticeDetail')}</p>
    </Notice>
  )
}
