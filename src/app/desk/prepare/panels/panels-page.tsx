import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../../desk.module.css'
import own from '../prepare.module.css'
import { usePreparedSession } from '../use-prepared-session.ts'
import { ConflictsSection } from './conflicts-section.tsx'
import { DeclarationsSection } from './declarations-section.tsx'
import { InterestsSection } from './interests-section.tsx'
import { PanelCard } from './panel-card.tsx'
import { RecusalsSection } from './recusals-section.tsx'

/** Who sits where: each panel's members, what the rules find, and the links that were declared. */
export function PanelsPage() {
  const { t } = useTranslation('prepare')
  const { now, published } = usePreparedSession()
  return (
    <>
      <div className={styles['section']}>
        <h2>{t('panels.title')}</h2>
        <p className={styles['plain']}>{t('panels.intro')}</p>
      </div>
      <ConflictsSection />
      {now.panels.map((panel) => (
        <PanelCard key={panel.id} panel={panel} />
      ))}
      <NewPanelForm />
      <NewJurorForm />
      {published && <DeclarationsSection />}
      <InterestsSection />
      <RecusalsSection />
    </>
  )
}

function NewPanelForm() {
  const { t } = useTranslation('prepare')
  const { change } = usePreparedSession()
  const [name, setName] = useState('')
  const [room, setRoom] = useState('')
  const isComplete = name.trim() !== ''
  return (
    <form
      className={styles['card']}
      onSubmit={(event) => {
        event.preventDefault()
        const panel = { id: crypto.randomUUID(), name: name.trim(), room: room.trim() || t('untold.room'), jurorIds: [], presidentId: null }
        change((before) => ({ ...before, panels: [...before.panels, panel] }))
        setName('')
        setRoom('')
      }}
    >
      <h3>{t('panels.newPanel')}</h3>
      <div className={own['fields']}>
        <TextInput label={t('panels.name')} value={name} maxLength={300} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput label={t('panels.room')} value={room} maxLength={300} onChange={(event) => setRoom(event.currentTarget.value)} />
        <Button type="submit" variant="default" disabled={!isComplete}>
          {t('panels.newPanel')}
        </Button>
      </div>
    </form>
  )
}

const NOBODY = { lastName: '', firstName: '', quality: '' }

function NewJurorForm() {
  const { t } = useTranslation('prepare')
  const { change } = usePreparedSession()
  const [person, setPerson] = useState(NOBODY)
  const [external, setExternal] = useState(true)
  const isComplete = person.lastName.trim() !== '' && person.firstName.trim() !== ''
  const field = (key: keyof typeof NOBODY, label: string) => (
    <TextInput
      label={label}
      value={person[key]}
      maxLength={300}
      onChange={(event) => setPerson({ ...person, [key]: event.currentTarget.value })}
    />
  )
  return (
    <form
      className={styles['card']}
      onSubmit={(event) => {
        event.preventDefault()
        const juror = {
          id: crypto.randomUUID(),
          lastName: person.lastName.trim(),
          firstName: person.firstName.trim(),
          quality: person.quality.trim() || t('untold.quality'),
          external,
        }
        change((before) => ({ ...before, jurors: [...before.jurors, juror] }))
        setPerson(NOBODY)
      }}
    >
      <h3>{t('panels.newJuror')}</h3>
      <div className={own['fields']}>
        {field('lastName', t('column.lastName'))}
        {field('firstName', t('column.firstName'))}
        {field('quality', t('panels.quality'))}
      </div>
      <Checkbox label={t('panels.isExternal')} checked={external} onChange={() => setExternal(!external)} />
      <div className={styles['tools']}>
        <Button type="submit" variant="default" disabled={!isComplete}>
          {t('panels.newJuror')}
        </Button>
      </div>
    </form>
  )
}
