import type { SameShape } from '#app/locales/same-shape.ts'
import type { precheck as zhCn } from '#app/locales/zh-cn/precheck.ts'

/** The pre-check of a draft by rules. */
export const precheck: SameShape<typeof zhCn> = {
	title: 'Pre-check',
	lead: 'Rules read each sentence. They flag, they do not conclude, and they keep nothing from being submitted.',
	made: 'Rules of {{edition}}, table of laws to {{lawsUntil}}',
	madeWithoutLaws: 'Rules of {{edition}}',
	none: 'The rules found nothing to look at. What they cannot see is still for a person to review.',
	costly: 'The draft is too large, and no pre-check was made.',
	count: '{{count}} in all',
	level: { E: 'Probably unlawful', W: 'To be looked at', F: 'Form' },
	ground: 'Ground: {{ground}}',
	mayBeFalse: 'May be a false alarm: {{words}}',
	detail: 'Check: {{detail}}',
	left: '{{count}} more are not listed; look again after mending.',
	carry: 'Take into the opinion',
	carryAt: 'Take what is said of {{place}} into the opinion',
	more: 'Show {{count}}',
	loose: {
		title: 'Pre-check a text',
		lead: 'Checks a text that belongs to no matter. It is not stored: it stays in memory for {{minutes}} minutes, and only you see it. The trail keeps that a text was checked, its hash and the version of the rules.',
		file: 'File',
		fileHint: '.docx or .txt.',
		paste: 'Or paste the text',
		submit: 'Check',
		again: 'Check another text',
		gone: 'This check is not in memory any more. Please upload the text again.',
	},
	problem: '{{name}} (pre-check {{rule}}).',
}
