import { events } from './events.ts'
import { gate } from './gate.ts'
import { intake } from './intake.ts'
import { redline } from './redline.ts'
import { refusals } from './refusals.ts'
import { shell } from './shell.ts'
import { words } from './words.ts'

/** Every sentence in Chinese, by area. The English resources have the same shape, or they do not compile. */
export const zhCn = { events, gate, intake, redline, refusals, shell, words } as const
