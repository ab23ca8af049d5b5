import type { SameShape } from '#app/locales/same-shape.ts'
import type { zhCn } from '#app/locales/zh-cn/resources.ts'
import { account } from './account.ts'
import { acts } from './acts.ts'
import { afterMeeting } from './after-meeting.ts'
import { administration } from './administration.ts'
import { checkpoints } from './checkpoints.ts'
import { clock } from './clock.ts'
import { consent } from './consent.ts'
import { consultation } from './consultation.ts'
import { emergency } from './emergency.ts'
import { firstHouse } from './first-house.ts'
import { delegation } from './delegation.ts'
import { followUp } from './follow-up.ts'
import { gate } from './gate.ts'
import { intake } from './intake.ts'
import { matter } from './matter.ts'
import { meeting } from './meeting.ts'
import { paper } from './paper.ts'
import { precheck } from './precheck.ts'
import { reading } from './reading.ts'
import { redline } from './redline.ts'
import { redlinePapers } from './redline-papers.ts'
import { reference } from './reference.ts'
import { refusals } from './refusals.ts'
import { register } from './register.ts'
import { review } from './review.ts'
import { ruling } from './ruling.ts'
import { shell } from './shell.ts'
import { words } from './words.ts'
import { worklist } from './worklist.ts'

/** Every sentence in English, by area. */
export const en: SameShape<typeof zhCn> = {
	account,
	acts,
	afterMeeting,
	administration,
	checkpoints,
	clock,
	consent,
	consultation,
	emergency,
	firstHouse,
	delegation,
	followUp,
	gate,
	intake,
	matter,
	meeting,
	paper,
	precheck,
	reading,
	redline,
	redlinePapers,
	reference,
	refusals,
	register,
	review,
	ruling,
	shell,
	words,
	worklist,
}
