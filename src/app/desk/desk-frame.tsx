import { Button } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, Outlet, useNavigate } from 'react-router'
import { mayCall, type RouteId } from '#contract/routes.ts'
import { ColorSchemeToggle } from '../shared/color-scheme-toggle.tsx'
import { Notice } from '../shared/notice.tsx'
import { MAIN_ID, SkipLink } from '../shared/skip-link.tsx'
import { signOut } from './account.ts'
import styles from './desk.module.css'
import { MeContext } from './rights.ts'
import { useAnswer } from './use-answer.ts'

/** What every page of a signed-in coordinator has: the way to the others, and out. */
export function DeskFrame() {
  const { t } = useTranslation(['desk', 'shared', 'accounts', 'grids', 'dataProtection'])
  const navigate = useNavigate()
  const [failed, setFailed] = useState(false)
  const { value: coordinator, reload } = useAnswer('me')
  const me = useMemo(() => ({ coordinator, reload }), [coordinator, reload])
  const may = (id: RouteId) => coordinator !== null && mayCall(coordinator.role, id)
  const leave = async () => {
    const answer = await signOut()
    if (answer.outcome === 'ok') await navigate('/coordination/connexion')
    else setFailed(true)
  }
  return (
    <MeContext value={me}>
      <SkipLink />
      <header className={styles['bar']}>
        <span className={styles['brand']}>{t('shared:productName')}</span>
        <nav className={styles['nav']} aria-label={t('nav.label')}>
          <NavLink to="/coordination" end>
            {t('nav.sessions')}
          </NavLink>
          <NavLink to="/coordination/grilles">{t('grids:nav')}</NavLink>
          {may('people') && <NavLink to="/coordination/personnes">{t('accounts:nav.people')}</NavLink>}
          {may('journal') && <NavLink to="/coordination/journal">{t('nav.journal')}</NavLink>}
          <NavLink to="/coordination/donnees-personnelles">{t('dataProtection:nav')}</NavLink>
          <NavLink to="/coordination/compte">{t('accounts:nav.account')}</NavLink>
        </nav>
        <ColorSchemeToggle />
        <Button variant="subtle" px={10} onClick={() => void leave()}>
          <IconLogout size={18} aria-hidden className={styles['signOutIcon']} />
          {t('nav.signOut')}
        </Button>
      </header>
      <DeskMain>
        {failed && (
          <Notice tone="danger" title={t('failure.unreachableTitle')} role="alert">
            {t('nav.signOutFailed')}
          </Notice>
        )}
        <Outlet />
      </DeskMain>
    </MeContext>
  )
}

/** The page's content, where the skip link leads. */
export function DeskMain({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return (
    <main id={MAIN_ID} tabIndex={-1} className={`${styles['page']} ${narrow ? styles['narrow'] : ''}`}>
      {children}
    </main>
  )
}
