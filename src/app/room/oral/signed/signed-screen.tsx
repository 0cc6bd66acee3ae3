import { IconArrowLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { MAIN_ID, SkipLink } from '../../../shared/skip-link.tsx'
import { CandidateCard } from '../candidate-card.tsx'
import shell from '../oral-screen.module.css'
import type { OralScreenProps } from '../oral-screen-props.ts'
import { SignedView } from './signed-view.tsx'

/** The signed sheet on a page of its own: nothing to touch but printing and correcting. */
export function SignedScreen(props: OralScreenProps & { onBackToDraft?: () => void }) {
  const { t } = useTranslation('oral')
  const { subject, signedSheets, delivery, isSigned, onCorrect, onBackToDraft } = props
  return (
    <div className={shell['reading']}>
      <SkipLink />
      <header className={shell['readingHead']}>
        <Link to="/salle" className={shell['back']}>
          <IconArrowLeft size={20} aria-hidden />
          {t('backToDay')}
        </Link>
        <CandidateCard />
      </header>
      <main id={MAIN_ID} tabIndex={-1}>
        <SignedView
          grid={subject.grid}
          sheets={signedSheets}
          delivery={delivery}
          {...(isSigned ? { onCorrect } : {})}
          {...(onBackToDraft ? { onBackToDraft } : {})}
        />
      </main>
    </div>
  )
}
