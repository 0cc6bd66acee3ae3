import { Button } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { compareSheets } from '#domain/comparison.ts'
import { formatList } from '../../shared/formatters.ts'
import { Notice } from '../../shared/notice.tsx'
import { Agreements } from './agreements.tsx'
import { DecisionCheck } from './decision-check.tsx'
import styles from './deliberation.module.css'
import { Divergence } from './divergence.tsx'
import { Evidence } from './evidence.tsx'
import { Opinions } from './opinions.tsx'
import type { OralDeliberationProps } from './oral-deliberation-props.ts'
import { PartDecision } from './part-decision.tsx'
import { PresenceChoice } from './presence-choice.tsx'
import { SheetsHere } from './sheets-here.tsx'
import { WholeSheets } from './whole-sheets.tsx'

/** The panel before one oral: sheets here or missing, divergences first, agreements folded away, then the collective decision. */
export function OralDeliberation(props: OralDeliberationProps) {
  const { table, isFrozen, nameOf, minutesPath, onChange } = props
  const { t } = useTranslation('deliberation')
  if (table.isBlind) {
    return (
      <>
        <SheetsHere {...props} />
        <Notice
          tone="info"
          title={t('oral.blind.title')}
          actions={
            <Button component={Link} to={`/salle/oral/${table.oral.id}`} size="lg" leftSection={<IconEyeOff size={22} aria-hidden />}>
              {t('oral.blind.action')}
            </Button>
          }
        >
          <p>{t('oral.blind.detail')}</p>
          <p>
            <Link to={minutesPath} className={styles['link'] ?? ''}>
              {t('oral.blind.recused')}
            </Link>
          </p>
        </Notice>
      </>
    )
  }
  const { grid } = table.grid
  const sheets = table.sheets.map(({ sheet }) => sheet)
  const comparison = compareSheets(grid, sheets)
  const { divergent, agreed } = comparison
  const presence = table.draft.presence ?? table.decision?.presence ?? sheets[0]?.presence ?? null
  const tookPlace = presence === 'present' || presence === 'interrupted'
  const since = table.sheetsSince.map(({ sheet }) => sheet.juror.name)
  return (
    <>
      {isFrozen && <Notice tone="info" title={t('oral.frozen')} />}
      {since.length > 0 && <Notice tone="device" title={t('oral.since', { count: since.length, names: formatList(since) })} />}
      <SheetsHere {...props} />
      <PresenceChoice table={table} isFrozen={isFrozen} onChange={onChange} />
      {tookPlace && (
        <>
          <section className={styles['section']} aria-labelledby="divergences">
            <h2 id="divergences">{t('oral.divergences', { count: divergent.length })}</h2>
            {divergent.length === 0 && <p className={styles['quiet']}>{t('oral.divergencesNone')}</p>}
            {divergent.map((section) => (
              <Divergence
                key={section.sectionId}
                comparison={section}
                grid={grid}
                sheets={sheets}
                draft={table.draft}
                nameOf={nameOf}
                isFrozen={isFrozen}
                onChange={onChange}
              />
            ))}
          </section>
          {agreed.length > 0 && (
            <Agreements
              agreed={agreed}
              grid={grid}
              sheets={sheets}
              draft={table.draft}
              nameOf={nameOf}
              isFrozen={isFrozen}
              onChange={onChange}
            />
          )}
        </>
      )}
      <Opinions sheets={sheets} ownJurorId={props.ownJurorId} oralId={table.oral.id} isFrozen={isFrozen} />
      <Evidence grid={grid} sheets={sheets} contestedDelivery={comparison.contestedDelivery} />
      <WholeSheets grid={grid} sheets={table.sheets} />
      <PartDecision table={table} isFrozen={isFrozen} nameOf={nameOf} onChange={onChange} />
      <DecisionCheck table={table} tookPlace={tookPlace} />
    </>
  )
}
