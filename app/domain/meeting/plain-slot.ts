import { withoutInvisible } from '#app/domain/precheck/invisible-characters.ts'
import { foldWriting } from '#app/domain/redline/writing/fold-writing.ts'

/** Words by which a meeting takes up a draft. 学习 or 传达 of a law in force needs none of them. */
const OF_A_DRAFT = /审议|审定|审批|讨论通过|研究通过|送审稿|审议稿|讨论稿|修订稿|征求意见稿|草案/

/** What a title may carry behind the name of a draft, in letters alone. */
const BEHIND =
	/(?:汇报|报告|请示|说明|情况|精神|内容|要求|的|有关|草案|[送审修订征求意见讨论]+稿|第[一二三四五六七八九十\d]+稿|修改后|修改稿|稿)+$/

/** What may stand before it. */
const BEFORE = /^(?:会前学法|学习|传达|贯彻|落实|研究|讨论|听取|通报|宣讲|解读|领会|关于|对|和)+/

/** A name of fewer letters may mean anything: 工作方案, 行政处罚法. */
const FEWEST_LETTERS = 6

/** What is read of a title: no blank, no sign, nothing unseen; full width is half width, traditional script simplified. */
function lettersOf(title: string): string {
	return foldWriting(withoutInvisible(title).normalize('NFKC'))
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function bare(letters: string): string {
	return letters.replace(BEHIND, '').replace(BEFORE, '')
}

/**
 * Whether the words of a plain slot are those of a draft: such an item is listed as a matter, by its clearance, or not at
 * all (Decree 713 art. 25: what was not reviewed is not submitted to be discussed).
 */
export function speaksOfDraft(title: string): boolean {
	return OF_A_DRAFT.test(lettersOf(title))
}

/**
 * Tells of titles of matters whether a slot's title names one: as it stands, with anything put around it or between its
 * letters, or without its beginning (养犬管理办法 for 青禾区养犬管理办法).
 */
export function namesMatter(slotTitle: string): (matterTitle: string) => boolean {
	const slot = lettersOf(slotTitle)
	const quoted = [...slotTitle.matchAll(/《([^》]+)》/g)].map(([, name = '']) => lettersOf(name))
	const names = [slot, ...quoted].map(bare).filter((name) => name !== '')
	return (matterTitle) => {
		const whole = lettersOf(matterTitle)
		const title = bare(whole)
		if (title === '') return false
		if (names.some((name) => name === title || whole === name)) return true
		if (title.length >= FEWEST_LETTERS && slot.includes(title)) return true
		return names.some((name) => name.length >= FEWEST_LETTERS && title.endsWith(name))
	}
}
