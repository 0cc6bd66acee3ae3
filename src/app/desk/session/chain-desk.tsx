import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DeviceChain, SessionBoard } from '#contract/desk.ts'
import { useChainWords } from '../chain-words.ts'
import styles from '../desk.module.css'
import { personName } from '../person-name.ts'

/** Each device numbers the sheets it signs: which of them never came in, and where two took the same number. */
export function ChainDesk({ board }: { board: SessionBoard }) {
  const { t } = useTranslation('desk')
  return (
    <section className={styles['section']} aria-labelledby="desk-chains">
      <h2 id="desk-chains">{t('chain.title')}</h2>
      <p className={styles['plain']}>{t('chain.intro')}</p>
      {board.chains.length === 0 ? (
        <p className={styles['plain']}>{t('chain.whole')}</p>
      ) : (
        <>
          <ul className={styles['list']}>
            {board.chains.map((chain) => (
              <ChainItem key={chain.deviceId} board={board} chain={chain} />
            ))}
          </ul>
          <div>
            <Anchor component={Link} to="/salle/transfert">
              {t('chain.readFile')}
            </Anchor>
          </div>
        </>
      )}
      <p className={`${styles['plain']} ${styles['soft']}`}>{t('chain.limit')}</p>
    </section>
  )
}

function ChainItem({ board, chain }: { board: SessionBoard; chain: DeviceChain }) {
  const { t } = useTranslation('desk')
  const words = useChainWords(board)
  const juror = board.jurors.find(({ id }) => id === chain.jurorId)
  const device = board.devices.find(({ deviceId }) => deviceId === chain.deviceId)
  const name = juror ? personName(juror) : t('board.concern.unknownDevice')
  return (
    <li className={styles['concern']}>
      <div className={styles['cell']}>
        <strong>{device ? t('chain.device', { name, device: device.name }) : name}</strong>
        {chain.missing.map((sheet) => (
          <span key={`${sheet.place} ${sheet.oralIds.join()}`}>{words.missing(sheet)}</span>
        ))}
        {chain.missing.length > 0 && <span className={styles['soft']}>{t('chain.missingAdvice')}</span>}
        {chain.forks.map((fork) => (
          <span key={fork.place}>
            {t('chain.twice')} {words.fork(fork)}
          </span>
        ))}
        {chain.forks.length > 0 && <span className={styles['soft']}>{t('chain.forkAdvice')}</span>}
      </div>
    </li>
  )
}
