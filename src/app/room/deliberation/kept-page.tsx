import { Button } from '@mantine/core'
import { IconArrowBackUp, IconArrowLeft, IconCamera, IconPrinter } from '@tabler/icons-react'
import { useObservable } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { giveMinutes, giveSignature } from '#device/deliberation/give.ts'
import { type KeptMinutes, minutesInForce, unfreezeMinutes, watchAllMinutes } from '#device/deliberation/kept-minutes.ts'
import { formatLongDate } from '../../shared/formatters.ts'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { StateBadge } from '../../shared/state-badge.tsx'
import { useNotebook } from '../notebook-context.tsx'
import { CorrectMinutes } from './correct-minutes.tsx'
import styles from './deliberation.module.css'
import { GiveActs } from './give-acts.tsx'
import { MinutesReading } from './minutes-reading.tsx'
import { NotSaved } from './not-saved.tsx'
import { SignMinutes } from './sign-minutes.tsx'
import { SignatureList } from './signature-list.tsx'
import { useChange } from './use-change.ts'
import { usePartName, useSectionTitle } from './use-part-name.ts'

/** Frozen minutes: read whole, signed, passed on. */
export function KeptPage() {
  const { t } = useTranslation('deliberation')
  const notebook = useNotebook()
  const { hash = '' } = useParams()
  const all = useObservable(() => watchAllMinutes(notebook), [notebook])
  if (all === undefined) return <p role="status">{t('home.loading')}</p>
  const kept = all.find((one) => one.hash === hash)
  return (
    <>
      <PageHeader title={t('kept.title')}>
        {kept && t('minutes.prepareSubtitle', { panel: kept.minutes.panel.name, date: formatLongDate(kept.minutes.day) })}
      </PageHeader>
      {kept ? (
        <Kept kept={kept} isInForce={minutesInForce(all, kept.minutes.panel.id, kept.minutes.day)?.hash === hash} />
      ) : (
        <Notice tone="info" title={t('kept.unknown.title')}>
          <p>{t('kept.unknown.detail')}</p>
        </Notice>
      )}
      <div className={styles['acts']}>
        <Button component={Link} to="/salle/deliberation" variant="subtle" size="lg" leftSection={<IconArrowLeft size={22} aria-hidden />}>
          {t('give.back')}
        </Button>
      </div>
    </>
  )
}

function Kept({ kept, isInForce }: { kept: KeptMinutes; isInForce: boolean }) {
  const { t } = useTranslation('deliberation')
  const notebook = useNotebook()
  const partName = usePartName()
  const sectionTitle = useSectionTitle()
  const own = kept.minutes.members.find(({ jurorId }) => jurorId === notebook.juror.id)
  const hasSigned = kept.signatures.some(({ jurorId }) => jurorId === notebook.juror.id)
  const presides = own?.president === true
  return (
    <>
      {!isInForce && <Notice tone="info" title={t('home.kept.amended')} />}
      <div className={`${styles['row']} ${styles['acts']}`}>
        {kept.delivery && (
          <StateBadge meaning={kept.delivery === 'delivered' ? 'delivered' : kept.delivery === 'refused' ? 'danger' : 'device'}>
            {t(`kept.delivery.${kept.delivery}`)}
          </StateBadge>
        )}
        <Button variant="default" mih={48} leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
          {t('kept.print')}
        </Button>
      </div>
      <section className={styles['section']} aria-labelledby="minutes-text">
        <h2 id="minutes-text">{t('kept.text')}</h2>
        <MinutesReading minutes={kept.minutes} partName={partName} sectionTitle={sectionTitle} />
        <p className={styles['hash']}>{t('reading.hash', { hash: kept.hash })}</p>
      </section>
      <SignatureList kept={kept} />
      <div className={styles['actsColumn']}>
        {own?.present && !hasSigned && <SignMinutes hash={kept.hash} />}
        {presides && kept.signatures.length > 0 && <PassOn kept={kept} />}
        {!presides && hasSigned && (
          <section className={styles['panel']} aria-labelledby="give-back">
            <h2 id="give-back">{t('kept.giveBack')}</h2>
            <p>{t('kept.giveBackHint')}</p>
            <GiveActs to={`/salle/deliberation/donner/signature/${kept.hash}`} make={() => giveSignature(notebook, kept.hash)} />
          </section>
        )}
        {presides && kept.signatures.length === 0 && <Unfreeze kept={kept} />}
        {presides && isInForce && kept.signatures.length > 0 && <CorrectMinutes kept={kept} />}
      </div>
    </>
  )
}

function PassOn({ kept }: { kept: KeptMinutes }) {
  const { t } = useTranslation('deliberation')
  const notebook = useNotebook()
  return (
    <section className={styles['panel']} aria-labelledby="pass-on">
      <h2 id="pass-on">{t('kept.pass')}</h2>
      <p>{t('kept.passHint')}</p>
      <GiveActs to={`/salle/deliberation/donner/pv/${kept.hash}`} make={() => giveMinutes(notebook, kept.hash)} />
      <div>
        <Button
          component={Link}
          to="/salle/deliberation/recevoir"
          variant="default"
          size="lg"
          leftSection={<IconCamera size={22} aria-hidden />}
        >
          {t('kept.receive')}
        </Button>
      </div>
    </section>
  )
}

function Unfreeze({ kept }: { kept: KeptMinutes }) {
  const { t } = useTranslation('deliberation')
  const notebook = useNotebook()
  const navigate = useNavigate()
  const { failure, change } = useChange()
  const { panel, day } = kept.minutes
  return (
    <section className={styles['panel']}>
      <p>{t('kept.unsignedOne')}</p>
      <NotSaved failure={failure} />
      <div>
        <Button
          variant="default"
          size="lg"
          leftSection={<IconArrowBackUp size={22} aria-hidden />}
          onClick={() =>
            void change(async () => {
              await unfreezeMinutes(notebook, kept.hash)
              await navigate(`/salle/deliberation/${panel.id}/${day}/pv`)
            })
          }
        >
          {t('kept.unfreeze')}
        </Button>
      </div>
    </section>
  )
}
