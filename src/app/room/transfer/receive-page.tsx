import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { StreamDecoder } from '#device/transfer/stream-decoder.ts'
import { PageHeader } from '../../shared/page-header.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { ReceivedResult } from './received-result.tsx'
import { ReceivingStage } from './receiving-stage.tsx'
import { useKeeping } from './use-keeping.ts'
import { useReceiving } from './use-receiving.ts'

/** Lives as long as the page: whoever leaves this screen in the middle takes up where they were. */
const decoder = new StreamDecoder()

/** « Recevoir par la caméra »: films a colleague's code until all of it is here, checked and on the disk. */
export function ReceivePage() {
  const { t } = useTranslation('transfer')
  const breakPage = useBreakPage()
  const { keeping, keep, retry, forget } = useKeeping()
  const { video, receiving, startAgain, cameraId } = useReceiving(decoder, keep)
  const filmAgain = (id: string | null) => {
    forget()
    startAgain(id)
  }
  return (
    <>
      <PageHeader title={t('receive.title')}>{t('receive.aim')}</PageHeader>
      <ReceivingStage video={video} receiving={receiving} onStartAgain={filmAgain} />
      {keeping && (
        <ReceivedResult
          keeping={keeping}
          onRetry={() => void retry().catch(breakPage)}
          actions={
            <Button size="lg" onClick={() => filmAgain(cameraId)}>
              {t('result.another')}
            </Button>
          }
        />
      )}
      <div>
        <Button component={Link} to="/salle/transfert" variant="subtle" size="lg" leftSection={<IconArrowLeft size={22} aria-hidden />}>
          {t('send.back')}
        </Button>
      </div>
    </>
  )
}
