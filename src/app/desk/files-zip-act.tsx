import { Button, Progress } from '@mantine/core'
import { IconFileZip } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useBreakPage } from '../shared/use-break-page.ts'
import { FailureNotice } from './answered.tsx'
import styles from './desk.module.css'
import type { FilesZip } from './use-files-zip.ts'

interface FilesZipActProps {
  zip: FilesZip
  /** What the button says. */
  label: string
  /** How far it is, in words, and what that bar counts. */
  progress: string
  progressLabel: string
  /** Other acts beside it. */
  children?: ReactNode
}

/** The button that makes a ZIP of many files, how far it is, and why it stopped. */
export function FilesZipAct({ zip, label, progress, progressLabel, children }: FilesZipActProps) {
  const breakPage = useBreakPage()
  return (
    <>
      {zip.failure && <FailureNotice failure={zip.failure} />}
      <div className={styles['tools']}>
        <Button
          leftSection={<IconFileZip size={18} aria-hidden />}
          loading={zip.isRunning}
          onClick={() => void zip.make().catch(breakPage)}
        >
          {label}
        </Button>
        {children}
      </div>
      {zip.isRunning && (
        <>
          <Progress value={(zip.done / zip.total) * 100} aria-label={progressLabel} />
          <p className={styles['plain']} role="status">
            {progress}
          </p>
        </>
      )}
    </>
  )
}
