import type { SameShape } from '#app/locales/same-shape.ts'
import type { zhCn } from '#app/locales/zh-cn/resources.ts'
import { events } from './events.ts'
import { gate } from './gate.ts'
import { intake } from './intake.ts'
import { redline } from './redline.ts'
import { refusals } from './refusals.ts'
import { shell } from './shell.ts'
import { words } from './words.ts'

/** Every sentence in English, by area. */
export const en: SameShape<typeof zhCn> = { events, gate, intake, redline, refusals, shell, words }
