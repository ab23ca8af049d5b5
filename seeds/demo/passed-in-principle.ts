import { addDays } from '#app/domain/calendar/plain-date.ts'
import {
	checkMeetingText,
	confirmMeetingText,
} from '#app/services/after-meeting/check-meeting-text.server.ts'
import { submitMeetingText } from '#app/services/after-meeting/submit-meeting-text.server.ts'
import { fileDocument } from '#app/services/issue/file-document.server.ts'
import { issueText, numberText, registerText } from '#app/services/issue/issue-text.server.ts'
import { publishText } from '#app/services/issue/publish-text.server.ts'
import { DEMO_PASSWORD } from './accounts.ts'
import { granted } from './found-district.ts'
import { NOT_RISKY, NOT_TECHNICAL } from './reasons.ts'
import type { DemoMatter, Story } from './story.ts'

/** A document that a meeting passed in principle, and that stands in the library now. */
export const PRODUCE_MARKETS: DemoMatter = {
	draft: 'produce-market',
	tracks: ['normative-document'],
	drafter: 'wangxh',
	head: 'liufn',
	notApplicable: { 'expert-argumentation': NOT_TECHNICAL, 'risk-assessment': NOT_RISKY },
}

/** 原则通过 → changed as the meeting said → checked and signed → registered, numbered, issued, published, filed with one organ of two. */
export async function changedAndPublished(story: Story, matterId: string): Promise<void> {
	const { shell } = story
	const secretary = story.who('sunyue')
	const order = () => story.order(matterId)
	shell.setAgo(13, '10:15')
	await story.upload(PRODUCE_MARKETS, matterId, 2)
	await story.confirmReading(PRODUCE_MARKETS, matterId)
	const taken = '会议要求为自产自销农民设置免费销售区域：已将第六条的“鼓励”改为“应当”，并写明不得收取摊位费。'
	granted(await submitMeetingText(shell, story.who(PRODUCE_MARKETS.drafter), order(), taken))
	shell.setAgo(12, '15:20')
	const finding = { result: 'as-decided', words: '只改第六条，与会议意见一致，没有其他改动。' } as const
	granted(await checkMeetingText(shell, story.who('zhoumy'), order(), finding))
	shell.setAgo(11, '16:40')
	granted(await confirmMeetingText(shell, story.who('linbg'), order(), { password: DEMO_PASSWORD }))
	shell.setAgo(10, '09:30')
	granted(await registerText(shell, secretary, order(), { issuer: '青禾区人民政府' }))
	granted(await numberText(shell, secretary, order(), { organCode: '青政规' }))
	const { currentVersion } = await story.record(matterId)
	shell.setAgo(9, '14:00')
	const contentSha256 = currentVersion?.contentSha256 ?? ''
	granted(await issueText(shell, secretary, order(), { issuedOn: shell.dayAgo(9), contentSha256 }))
	shell.setAgo(8, '10:00')
	const publishedOn = shell.dayAgo(8)
	const effectiveOn = addDays(publishedOn, 30)
	const publication = {
		publishedOn,
		effectiveOn,
		validUntil: addDays(effectiveOn, 5 * 365),
		publishedIn: `《青禾区人民政府公报》${publishedOn.slice(0, 4)}年第11期`,
	}
	granted(await publishText(shell, secretary, order(), publication))
	shell.setAgo(3, '15:00')
	const filing = { filedWith: 'upper-government', receipt: `市府办收文〔${publishedOn.slice(0, 4)}〕356号` }
	const report = { reportNumber: `青府文备〔${publishedOn.slice(0, 4)}〕1号`, filedOn: shell.dayAgo(3) }
	granted(await fileDocument(shell, secretary, order(), { ...filing, ...report }))
}
