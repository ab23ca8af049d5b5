import { findTree } from '#app/db/find-trees.server.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { PAPER, type Paper, type PaperKind, type PaperNode } from '#app/domain/paper/paper.ts'
import { verificationCode } from '#app/domain/paper/verification-code.ts'
import { delegatedWords } from '#app/documents/papers/delegated-words.ts'
import { line, rowOf, say } from '#app/documents/papers/say.ts'
import type { Post } from '#app/domain/permission/relation.ts'
import type { SealedNote } from '#app/domain/act/trail-entry.ts'
import type { Acting } from '#app/services/command/command.server.ts'
import { nextDocumentNumber } from '#app/services/command/next-number.server.ts'

/** A paper to be sealed: what it is, whose, about which row, and its sentences. */
export type PaperToSeal = {
	readonly kind: PaperKind
	readonly organ: { readonly id: string; readonly shortName: string }
	readonly matterId: string | null
	readonly meetingId: string | null
	readonly aboutId: string
	/** The number that an act has given it already; otherwise the next of its series. */
	readonly number?: string
	readonly nodes: readonly PaperNode[]
}

/** The word of each series, after the short name of the organ. 审 and 审通 are numbered by their own acts. */
const SERIES: Readonly<Record<PaperKind, string>> = {
	'acceptance-notice': '受',
	'supplement-notice': '补',
	'return-letter': '退',
	opinion: '审',
	'recheck-opinion': '复',
	'counsel-opinion': '律',
	'adoption-statement': '采',
	clearance: '审通',
	'agenda-proposal': '议申',
	'meeting-notice': '会',
	'meeting-agenda': '议程',
	'item-sheet': '核',
	'meeting-outcomes': '议定',
	'meeting-minutes': '纪',
	'dossier-contents': '卷',
	'emergency-order': '应急',
	'adoption-table': '征采',
}

/**
 * Seals a paper in the transaction of the act that makes it: its number without gaps per organ and year, its content as
 * canonical JSON, the hash of that content, the verification code, and the hash of its Word file, which is written and
 * kept before the transaction. The caller gives what it gets to `work.seal`, which
 * puts it into the act's own entry of the trail.
 */
export async function sealPaper(
	work: Acting & { readonly post: Post },
	paper: PaperToSeal,
): Promise<SealedNote> {
	const { tx, at, actor, shell } = work
	const { jurisdictionId } = actor
	const id = shell.newId()
	const year = Number(plainDateIn(at).slice(0, 4))
	const code = `${paper.organ.shortName}${SERIES[paper.kind]}`
	const number = paper.number ?? (await nextDocumentNumber(tx, jurisdictionId, code, year))
	const sealed: Paper = {
		form: 1,
		id,
		kind: paper.kind,
		number,
		title: titleOf(paper.nodes),
		nodes: [
			...numbered(paper.nodes, id, number),
			...delegatedLines(work),
			...(await checkpointLine(work, paper.kind)),
		],
	}
	const content = PAPER.write(sealed)
	const contentSha256 = sha256Hex(content)
	const file = await work.fileOf(contentSha256, async () =>
		shell.blobs.put(await shell.comparer.writeSealed(content)),
	)
	await tx.sealedPaper.create({
		data: {
			jurisdictionId,
			id,
			kind: paper.kind,
			organId: paper.organ.id,
			matterId: paper.matterId,
			meetingId: paper.meetingId,
			aboutId: paper.aboutId,
			number,
			title: sealed.title,
			content,
			contentSha256,
			code: verificationCode(contentSha256),
			fileSha256: file.sha256,
			fileSize: file.size,
			sealedBy: actor.personId,
			sealedAt: at,
		},
	})
	return {
		paper: id,
		kind: paper.kind,
		number,
		sha256: contentSha256,
		code: verificationCode(contentSha256),
		file: file.sha256,
	}
}

/** The papers that say which checkpoint was the last before them: whoever has one can tell whether the trail was put back since. */
const BEAR_CHECKPOINT: readonly PaperKind[] = ['opinion', 'clearance', 'meeting-agenda', 'item-sheet']

async function checkpointLine({ tx, actor }: Acting, kind: PaperKind): Promise<readonly PaperNode[]> {
	if (!BEAR_CHECKPOINT.includes(kind)) return []
	const { jurisdictionId } = actor
	const last = await findTree(tx, 'checkpoint', {
		where: { jurisdictionId },
		orderBy: { size: 'desc' },
		select: { size: true, fingerprint: true },
	})
	if (!last) return []
	const its = rowOf('checkpoint', String(last.size))
	return [line('note', say('checkpoint', { fingerprint: its(last.fingerprint), size: its(last.size) }))]
}

/** 受委托: every paper that a substitute makes says for whom, and by which delegation. */
function delegatedLines({
	actor,
	post: { standsFor },
}: Acting & { readonly post: Post }): readonly PaperNode[] {
	if (!standsFor) return []
	const { personId: id, name, delegationId, startsOn, endsOn } = standsFor
	const by = { id: actor.personId, name: actor.name }
	return [
		line(
			'note',
			delegatedWords('delegated', by, { delegationId, startsOn, endsOn, delegator: { id, name } }),
		),
	]
}

function titleOf(nodes: readonly PaperNode[]): string {
	const title = nodes.find((node) => node.kind === 'title')
	if (title?.kind !== 'title') throw new Error('a paper has a title')
	return title.words.text
}

/** The number stands under the title, where the paper's own words have not put one. */
function numbered(nodes: readonly PaperNode[], id: string, number: string): readonly PaperNode[] {
	if (nodes.some(({ kind }) => kind === 'number')) return nodes
	const at = nodes.findIndex(({ kind }) => kind === 'title') + 1
	const given = line('number', say('number', { number: rowOf('sealed_paper', id)(number) }))
	return [...nodes.slice(0, at), given, ...nodes.slice(at)]
}
