import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { StreamDecoder } from '#device/transfer/stream-decoder.ts'
import { PageHeader } from '../../shared/page-header.tsx'
import { ReceivingStage } from '../transfer/receiving-stage.tsx'
import { useReceiving } from '../transfer/use-receiving.ts'
import { TakenResult } from './taken-result.tsx'
import { useTaking } from './use-taking.ts'

/** Films another member's code until all of it is here, verified and on the disk. */
export function TakePage() {
  const { t } = useTranslation('deliberation')
  const [decoder] = useState(() => new StreamDecoder())
  const { taking, take, forget } = useTaking()
  const { video, receiving, startAgain, cameraId } = useReceiving(decoder, take)
  const filmAgain = (id: string | null) => {
    forget()
    startAgain(id)
  }
  return (
    <>
      <PageHeader title={t('receive.title')}>{t('receive.aim')}</PageHeader>
      <ReceivingStage video={video} receiving={receiving} onStartAgain={filmAgain} />
      {taking && (
        <TakenResult
          taking={taking}
          actions={
            <Button size="lg" variant="default" onClick={() => filmAgain(cameraId)}>
              {t('receive.another')}
            </Button>
          }
        />
      )}
      <div>
        <Button component={Link} to="/salle/deliberation" variant="subtle" size="lg" leftSection={<IconArrowLeft size={22} aria-hidden />}>
          {t('give.back')}
        </Button>
      </div>
    </>
  )
}
