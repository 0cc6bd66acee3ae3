import { Button, Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Vote } from '#domain/deliberation.ts'
import styles from './deliberation.module.css'

type Ballot = 'inFavour' | 'against' | 'abstained'
const BALLOTS: readonly Ballot[] = ['inFavour', 'against', 'abstained']

interface VoteFormProps {
  vote: Vote | null
  jurorIds: readonly string[]
  nameOf: (jurorId: string) => string
  disabled: boolean
  onVote: (change: (vote: Vote | null) => Vote | null) => Promise<boolean>
}

const NO_VOTE: Vote = { inFavour: [], against: [], abstained: [], castingVote: false }

/** Who voted what, when the panel was split; the president's casting vote only on a tie. */
export function VoteForm({ vote, jurorIds, nameOf, disabled, onVote }: VoteFormProps) {
  const { t } = useTranslation('deliberation')
  const isTie = vote !== null && vote.inFavour.length === vote.against.length && vote.inFavour.length > 0
  const cast = (jurorId: string, ballot: Ballot | 'none') =>
    onVote((before) => {
      const without = before ?? NO_VOTE
      const next: Vote = {
        ...without,
        inFavour: without.inFavour.filter((id) => id !== jurorId),
        against: without.against.filter((id) => id !== jurorId),
        abstained: without.abstained.filter((id) => id !== jurorId),
      }
      const counted = ballot === 'none' ? next : { ...next, [ballot]: [...next[ballot], jurorId] }
      return counted.inFavour.length === counted.against.length ? counted : { ...counted, castingVote: false }
    })
  return (
    <div className={styles['vote']}>
      <Checkbox
        size="md"
        label={t('part.vote')}
        description={t('part.voteHint')}
        checked={vote !== null}
        disabled={disabled}
        onChange={(event) => {
          const hasVoted = event.currentTarget.checked
          void onVote(() => (hasVoted ? NO_VOTE : null))
        }}
      />
      {vote !== null &&
        jurorIds.map((jurorId) => (
          <fieldset key={jurorId} className={styles['ballot']} aria-label={t('part.voteOf', { name: nameOf(jurorId) })}>
            <span aria-hidden>{nameOf(jurorId)}</span>
            <div className={styles['row']}>
              {([...BALLOTS, 'none'] as const).map((ballot) => {
                const isCast = (BALLOTS.find((one) => vote[one].includes(jurorId)) ?? 'none') === ballot
                return (
                  <Button
                    key={ballot}
                    mih={48}
                    variant={isCast ? 'filled' : 'default'}
                    aria-pressed={isCast}
                    disabled={disabled}
                    onClick={() => void cast(jurorId, ballot)}
                  >
                    {ballot === 'none' ? t('part.notVoted') : t(`part.${ballot}`)}
                  </Button>
                )
              })}
            </div>
          </fieldset>
        ))}
      {isTie && (
        <Checkbox
          size="md"
          label={t('part.castingVote')}
          description={t('part.castingVoteHint')}
          checked={vote.castingVote}
          disabled={disabled}
          onChange={(event) => {
            const castingVote = event.currentTarget.checked
            void onVote((before) => ({ ...(before ?? NO_VOTE), castingVote }))
          }}
        />
      )}
    </div>
  )
}
