import { Anchor } from '@mantine/core'
import { useObservable } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { watchWiped } from '#device/deliver-wipes.ts'

/** The way to the proofs of the notebooks wiped here; nothing where none was. */
export function WipedLink({ className }: { className: string }) {
  const { t } = useTranslation('vault')
  const wiped = useObservable(watchWiped, [])
  if (!wiped || wiped.length === 0) return null
  return (
    <Anchor component={Link} to="/salle/efface" className={className}>
      {t('wiped.link')}
    </Anchor>
  )
}
