import { Button, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { WrittenSupport } from '#domain/exam-session.ts'
import type { DeskNotes } from '#domain/preparation.ts'
import { withSupports } from '#domain/support-match.ts'
import { formatDate } from '../../../shared/formatters.ts'
import styles from '../../desk.module.css'
import { usePartName } from '../part-words.ts'
import { namer } from '../people-words.ts'
import { usePreparedSession } from '../use-prepared-session.ts'
import { conformityIn } from './support-conformity.ts'

type Kind = DeskNotes['exceptions'][number]['kind']

/** One support: its pages and dates, whether it meets the grid's settings, and the exception granted where it does not. */
export function SupportRow({ support }: { support: WrittenSupport }) {
  const { t } = useTranslation('prepare')
  const { now, grids, change } = usePreparedSession()
  const partName = usePartName(grids)
  const set = (changes: Partial<WrittenSupport>) =>
    change((before) => ({ ...before, supports: before.supports.map((one) => (one.id === support.id ? { ...one, ...changes } : one)) }))
  const remove = () =>
    change((before) =>
      withSupports(
        before,
        before.supports.filter(({ id }) => id !== support.id),
      ),
    )
  return (
    <tr>
      <th scope="row">
        <div className={styles['cell']}>
          <span>{namer(now)(support.candidateId)}</span>
          <span className={styles['soft']}>
            {partName(support.gridId)}, {support.fileName}
          </span>
        </div>
      </th>
      <td className="cdj-figures" data-label={t('supports.pages')}>
        {support.pages}
      </td>
      <td data-label={t('supports.annex')}>
        <TextInput
          type="number"
          min={2}
          max={support.pages}
          w={90}
          aria-label={t('supports.annexOf', { file: support.fileName })}
          value={support.annexStartPage ?? ''}
          onChange={(event) => {
            const page = Math.round(event.currentTarget.valueAsNumber)
            set({ annexStartPage: page >= 1 && page <= support.pages ? page : null })
          }}
        />
      </td>
      <td data-label={t('supports.received')}>
        <TextInput
          type="date"
          aria-label={t('supports.receivedOf', { file: support.fileName })}
          value={support.receivedOn}
          onChange={(event) => event.currentTarget.value !== '' && set({ receivedOn: event.currentTarget.value })}
        />
      </td>
      <td data-label={t('supports.conform')}>
        <ConformityCell support={support} />
      </td>
      <td>
        <Button variant="subtle" aria-label={t('supports.removeOf', { file: support.fileName })} onClick={remove}>
          {t('supports.remove')}
        </Button>
      </td>
    </tr>
  )
}

function ConformityCell({ support }: { support: WrittenSupport }) {
  const { t } = useTranslation('prepare')
  const { now, grids } = usePreparedSession()
  const found = conformityIn({ now, grids }, support)
  if (!found) return null
  const faults: { kind: Kind; words: string }[] = [
    ...(found.pagesConform
      ? []
      : [{ kind: 'pages' as const, words: t('supports.tooLong', { count: found.pagesWithoutAnnexes, max: found.maxPages ?? 0 }) }]),
    ...(found.deadlineConform
      ? []
      : [{ kind: 'deadline' as const, words: t('supports.late', { deadline: formatDate(found.deadline ?? '') }) }]),
  ]
  return (
    <div className={styles['cell']}>
      {faults.length === 0 && (
        <span>
          <IconCircleCheck size={16} aria-hidden /> {t('supports.ok')}
        </span>
      )}
      {faults.map(({ kind, words }) => (
        <ExceptionField key={kind} support={support} kind={kind} words={words} />
      ))}
      {found.hasNoDeadlineYet && (
        <span className={styles['soft']}>
          <IconInfoCircle size={16} aria-hidden /> {t('supports.noOral')}
        </span>
      )}
    </div>
  )
}

/** A fault, and why the support is accepted all the same. */
function ExceptionField({ support, kind, words }: { support: WrittenSupport; kind: Kind; words: string }) {
  const { t } = useTranslation('prepare')
  const { now, change } = usePreparedSession()
  const given = now.exceptions.find((one) => one.supportId === support.id && one.kind === kind)?.reason ?? ''
  const setReason = (reason: string) =>
    change((before) => ({
      ...before,
      exceptions: [
        ...before.exceptions.filter((one) => one.supportId !== support.id || one.kind !== kind),
        ...(reason.trim() === '' ? [] : [{ supportId: support.id, kind, reason }]),
      ],
    }))
  return (
    <div className={styles['cell']}>
      <span>
        <IconAlertTriangle size={16} aria-hidden color="var(--cdj-danger)" /> {words}
        {given !== '' && `. ${t('supports.granted')}`}
      </span>
      <TextInput
        label={t('supports.exception')}
        aria-label={t('supports.exceptionOf', { file: support.fileName })}
        value={given}
        maxLength={300}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </div>
  )
}
