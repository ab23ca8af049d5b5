import type { SameShape } from '../same-shape.ts'
import type { paper as source } from '../zh-cn/paper.ts'

/** Sealed papers: the list of a matter's papers, one paper, and the public page that checks one. */
export const paper: SameShape<typeof source> = {
	title: 'Papers',
	lead: 'Each paper was sealed by the act that made it and does not change. Print and .docx say the same.',
	none: 'No papers yet. Acceptance, supplements, return and signed opinions leave theirs here.',
	open: 'Read and print',
	word: 'Download .docx',
	print: 'Print',
	back: 'Back to the papers',
	code: 'verification code {{code}}',
	sealedAt: 'sealed {{time}}',
	broken:
		'What was sealed of this paper is not what the trail holds. It is neither shown nor handed over; tell the system administrator.',
	column: { kind: 'Paper', number: 'Number', sealed: 'Sealed', standing: 'Standing', file: 'File' },
	kind: {
		'acceptance-notice': 'Notice of acceptance',
		'supplement-notice': 'Request for supplements',
		'return-letter': 'Letter of return',
		opinion: 'Legality opinion',
		'recheck-opinion': 'Opinion on the revised text',
		'counsel-opinion': 'Counsel’s opinion',
		'adoption-statement': 'Statement on adopted opinions',
		clearance: 'Clearance',
		'agenda-proposal': 'Proposal of an item',
		'meeting-agenda': 'Agenda',
		'item-sheet': 'Sheet of conditions of an item',
		'meeting-outcomes': 'Outcomes of a meeting',
		'dossier-contents': 'Contents of the dossier',
	},
	standing: {
		'in-force': 'in force',
		revoked: 'opinion revoked',
		void: 'void',
		used: 'used by a meeting',
		expired: 'expired',
		replaced: 'replaced by a later one',
		withdrawn: 'matter withdrawn',
		cancelled: 'meeting cancelled',
	},
	verify: {
		title: 'Check a paper',
		lead: 'Type the number and the verification code that are printed on a paper to learn whether this system sealed it and how it stands. What it says is not shown here.',
		number: 'Number',
		numberHint: 'As printed at the top of the paper; any brackets will do.',
		code: 'Verification code',
		codeHint: 'Sixteen letters and figures at the end of the paper; small letters and other dashes will do.',
		submit: 'Check',
		found: 'There is such a paper.',
		notFound:
			'Nothing found: number and code are not those of one paper. Compare them with the paper sign by sign: the number stands under the title, the code at the end.',
		broken:
			'There is such a paper, but what was sealed is not what the trail holds. Do not rely on it, and tell whoever issued it.',
		unable: 'The data of this system is being examined; papers cannot be checked now. Ask whoever issued it.',
		tooMany: 'Too many checks. Try again in {{minutes}} minutes.',
		kind: 'Kind',
		organ: 'Issued by',
		day: 'Sealed on',
		standing: 'Standing',
		same: 'Where any of this differs from the paper in your hand, yours is not the one that was sealed.',
	},
}
