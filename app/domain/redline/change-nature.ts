import { withoutInvisible } from '#app/domain/precheck/invisible-characters.ts'
import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import { areMarkedAlike } from './compare/place-in-article.ts'
import { withoutQuiet } from '#app/domain/redline-reading/quiet-segments.ts'
import { hasChange, isLoud, sideOf, textOf } from './compare/settle-segments.ts'
import {
	type BlockKind,
	type ChangeNature,
	type RedlineRow,
	type Segment,
	CHANGE_NATURES,
} from './redline.ts'
import type { FoundReference } from './reference-findings.ts'

/**
 * What decides a rule: numbers, dates, amounts and shares; what must, may and must not be done; who it binds; who it
 * is for; joined or alternative conditions; and the words by which a period or a range is counted.
 */
const DECISIVE = new RegExp(
	[
		'[0-9０-９]+(?:[.．,，][0-9０-９]+)*',
		'(?:[零〇一二两三四五六七]|[八九十百千万亿])+',
		'百分之|%|％|‰|元|年|月|日|小时|工作日|倍',
		'应当|必须|可以|不得|禁止|严禁|有权|无权|应予|不予|准予|免予|责令|负责|承担|不|未|无|非|除外|免除',
		'以上|以下|以内|以外|超过|不足|低于|高于|不满|至少|最高|最低|逾期|届满',
		'或者|并且|并|和|及|且|或',
		'[^，。；、]{0,6}(?:部门|机关|机构|委员会|政府|单位|办公室|办事处|局)',
		'国务院|法院|检察院|企业|组织|法人|公民|个人|当事人|经营者|申请人|负责人|责任人|工作人员',
		'罚款|拘留|没收|吊销|撤销|注销|许可|批准|备案|登记|公告|听证|赔偿|补偿|处分|追究|刑事责任',
		'第(?:[零〇一二两三四五六七]|[八九十百千0-9０-９])+[编章节条款项目]|《[^《》]{1,60}》',
	].join('|'),
	'g',
)
/** A stretch that came or went alone is more than wording when it is longer than this, or a member of a list. */
const LONGEST_ADDITION = 6
const BESIDE = 12
const LISTED = /[、，。；：]/
/** Typography: punctuation and blanks. A point or comma in a number is none, nor are %, + and other signs that count. */
const TYPOGRAPHY =
	/(?<![0-9])[.,]|[.,](?![0-9])|[，。、；：？！“”‘’《》〈〉【】〔〕「」『』—·;:?!"'()[\]\s]/gu

/** Words with a number in them that count nothing. */
const UNCOUNTED = /统一|一般|一致|进一步|一体化|一系列|万一/g
/** Stands for a reference that follows a renumbering, on both sides. */
const FOLLOWED = '\u0000'

/**
 * What the changes of a block are about, by those of its rows. Never a ground to clear anything; in doubt the stronger
 * one.
 */
export function changeNature(kind: BlockKind, rows: readonly ChangeNature[]): ChangeNature {
	if (kind === 'unchanged') return 'none'
	if (kind === 'renumbered') return 'numbering'
	const least = kind === 'added' || kind === 'deleted' ? 'none' : 'numbering'
	return rows.reduce<ChangeNature>(stronger, least)
}

/**
 * What the change of each row of a block is about, so that a place (款, 项) can be judged by itself. `clause` is the
 * kind of clause that was added or deleted, `references` are those found in the block.
 */
export function rowNatures(
	kind: BlockKind,
	clause: Clause['kind'],
	rows: readonly RedlineRow[],
	references: readonly FoundReference[],
): ChangeNature[] {
	if (kind === 'unchanged') return rows.map(() => 'none')
	if (kind === 'renumbered') return rows.map(() => 'numbering')
	if ((kind === 'added' || kind === 'deleted') && clause === 'heading') return rows.map(() => 'wording')
	return rows.map((row, paragraph) => {
		const ofRow =
			references.length === 0
				? references
				: references.filter((each) => each.finding.paragraph === paragraph && each.before !== null)
		return rowNature(row, ofRow)
	})
}

function stronger(one: ChangeNature, other: ChangeNature): ChangeNature {
	return CHANGE_NATURES.indexOf(one) >= CHANGE_NATURES.indexOf(other) ? one : other
}

function rowNature(row: RedlineRow, followed: readonly FoundReference[]): ChangeNature {
	if (row.cell === 'respanned') return 'substance'
	if (row.cell === 'counted') return 'numbering'
	if (row.kind === 'unchanged') return row.cell === 'moved' ? 'numbering' : 'none'
	if (!hasChange(row.merged)) return areMarkedAlike(row.oldMarker, row.newMarker) ? 'none' : 'numbering'
	if (row.merged.every((each) => each.kind === 'same' || !isLoud(each))) return 'numbering'
	const isQuietToo = followed.length === 0 && row.merged.some(({ quiet }) => quiet)
	const merged = isQuietToo ? withoutQuiet(row.merged) : null
	const old = masked(
		textOf(merged ? sideOf(merged, 'old') : row.old),
		followed.flatMap((each) => (each.before ? [each.before] : [])),
	)
	const fresh = masked(
		textOf(merged ? sideOf(merged, 'new') : row.new),
		followed.map((each) => each.finding),
	)
	if (old === fresh) return followed.length > 0 ? 'references' : 'numbering'
	const [before, after] = changedPart(old, fresh)
	if (words(before) === words(after)) return followed.length > 0 ? 'references' : 'typography'
	if (row.old === null || row.new === null || hasLoneStretch(row.merged)) return 'substance'
	return decisive(before) === decisive(after) ? 'wording' : 'substance'
}

/** What differs, from the first change to the last, with the words beside it: an office is more than 部门. */
function changedPart(old: string, fresh: string): [string, string] {
	const most = Math.min(old.length, fresh.length)
	let head = 0
	while (head < most && old.charCodeAt(head) === fresh.charCodeAt(head)) head += 1
	let tail = 0
	while (
		tail < most - head &&
		old.charCodeAt(old.length - 1 - tail) === fresh.charCodeAt(fresh.length - 1 - tail)
	)
		tail += 1
	const from = Math.max(0, head - BESIDE)
	const spared = Math.max(0, tail - BESIDE)
	return [old.slice(from, old.length - spared), fresh.slice(from, fresh.length - spared)]
}

type Range = { readonly start: number; readonly end: number }

function masked(text: string, ranges: readonly Range[]): string {
	let result = ''
	let at = 0
	for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
		result += text.slice(at, start) + FOLLOWED
		at = end
	}
	return result + text.slice(at)
}

/** A text without its typography. */
function words(text: string): string {
	return withoutInvisible(text).normalize('NFKC').replaceAll(TYPOGRAPHY, '')
}

function decisive(text: string): string {
	return (text.replaceAll(UNCOUNTED, '').match(DECISIVE) ?? []).join('|')
}

/** Whether a stretch came or went that nothing, or something much shorter, stands against. */
function hasLoneStretch(merged: readonly Segment[]): boolean {
	return merged.some((segment, at) => {
		if (segment.kind === 'same') return false
		const beside = [merged[at - 1], merged[at + 1]].find(
			(each) => each !== undefined && each.kind !== 'same' && each.kind !== segment.kind,
		)
		const more = segment.text.length - (beside?.text.length ?? 0)
		return more > LONGEST_ADDITION || (!beside && LISTED.test(segment.text))
	})
}
