import type { ChecklistItem, Wording } from '#app/domain/materials/checklist.ts'
import { type Track, TRACKS } from '#app/domain/matter/track.ts'
import { type Mark, type ReferenceSeed, IN_FORCE, LAST_CHECKED } from './reference-seed.ts'

const DECISIONS: readonly Track[] = ['government-decision', 'department-decision']

/** When a hearing is held, by the words of each instrument. */
const HEARING_CONDITION: Wording = {
	zh: '法律、法规、规章规定应当听证的，应当举行；决策事项直接涉及公民、法人、其他组织切身利益或者存在较大分歧的，可以举行（《重大行政决策程序暂行条例》第十六条）；具有普遍约束力的决定、命令涉及重大利益调整或者存在重大意见分歧、需要听证的，应当举行（《规章制定程序条例》第十六条、第三十六条）；其他文件按地方规定（默认值，待确认）。不举行的，写明理由，由审查机构判断。',
	en: 'Held where a law, regulation or rule asks for one; may be held where a decision directly concerns vital interests or opinions differ widely (Decree 713 art. 16); held where a generally binding decision or order adjusts major interests or is much disputed and needs one (Regulations on the Procedure for Rules, art. 16 and 36); other documents by the local rule (a default to be confirmed). Where none is held, the reason is stated and judged by the review body.',
}

/**
 * The papers that each track asks for. The last six are the papers of the statutory steps and carry the step's
 * own code: they are not asked for by themselves, because the answer to the step says whether there is one.
 */
export const CHECKLIST: readonly ReferenceSeed<ChecklistItem>[] = [
	paper('submission-letter', TRACKS, '送审函（送审请示）', 'Submission letter', {
		ground: '《规章制定程序条例》第十八条、第三十六条',
		mark: 'verified',
	}),
	paper('drafting-note', TRACKS, '起草说明', 'Drafting note', {
		ground: '《规章制定程序条例》第十八条、第三十六条；《重大行政决策程序暂行条例》第二十六条',
		mark: 'verified',
	}),
	paper('legal-bases', TRACKS, '依据目录（法律、法规、规章、政策）', 'List of legal bases', {
		ground: '《重大行政决策程序暂行条例》第二十六条；国办发〔2018〕115号（五）',
		mark: 'verified',
	}),
	paper('procedure-statement', DECISIONS, '履行决策法定程序的说明', 'Statement on the procedure followed', {
		ground: '《重大行政决策程序暂行条例》第二十六条',
		mark: 'verified',
	}),
	paper(
		'catalogue-entry',
		DECISIONS,
		'列入决策事项目录的情况（未列入的，补列说明）',
		'Entry in the decision catalogue',
		{
			ground: '《重大行政决策程序暂行条例》第三条',
			mark: 'verified',
		},
	),
	paper(
		'department-legal-opinion',
		['government-decision', 'normative-document', 'other-document', 'government-contract'],
		'本单位法制机构的审核意见',
		"Opinion of the department's own legal unit",
		{ ground: '国办发〔2018〕115号（五）', mark: 'to-be-confirmed' },
	),
	paper(
		'consultation-summary',
		['normative-document'],
		'征求意见及采纳情况',
		'Comments received and their adoption',
		{
			ground: '国办发〔2018〕115号（五）',
			mark: 'to-be-confirmed',
		},
	),
	paper(
		'necessity-assessment',
		['normative-document'],
		'评估论证情况',
		'Evaluation of necessity and feasibility',
		{
			ground: '国办发〔2018〕37号（三）；《地方组织法》第七十五条',
			mark: 'verified',
		},
	),
	paper(
		'counterpart-credentials',
		['government-contract'],
		'对方主体资格和履约能力材料',
		'Credentials of the counterpart',
		{
			ground: '地方政府合同管理规定（待确认）',
			mark: 'to-be-confirmed',
		},
	),
	paper(
		'approvals-and-budget',
		['government-contract'],
		'立项批准和资金来源文件',
		'Approvals and source of funds',
		{
			ground: '地方政府合同管理规定（待确认）',
			mark: 'to-be-confirmed',
		},
	),
	paper('clause-basis-table', TRACKS, '条款依据对照表', 'Table of clauses and their bases', {
		ground: '地方规定（待确认）',
		mark: 'to-be-confirmed',
		isRequired: false,
	}),
	paper('fair-competition', TRACKS, '公平竞争审查结论', 'Conclusion of the fair-competition review', {
		ground: '《公平竞争审查条例》第十三条、第十四条、第十八条；《重大行政决策程序暂行条例》第二十九条（一）',
		mark: 'verified',
		effectiveFrom: IN_FORCE.fairCompetition,
		isRequired: false,
	}),
	paper('risk-assessment', TRACKS, '风险评估报告', 'Risk assessment report', {
		ground: '《重大行政决策程序暂行条例》第二十二条至第二十四条、第二十九条（四）',
		mark: 'verified',
		isRequired: false,
	}),
	paper('public-consultation', TRACKS, '公开征求意见及采纳情况', 'Public consultation and adoption report', {
		ground: '《重大行政决策程序暂行条例》第十四条至第十八条、第二十九条（二）',
		mark: 'verified',
		isRequired: false,
	}),
	paper('hearing', TRACKS, '听证报告', 'Hearing report', {
		ground:
			'《重大行政决策程序暂行条例》第十六条、第十七条；《规章制定程序条例》第十六条、第三十六条；其他文件按地方规定（待确认）',
		mark: 'to-be-confirmed',
		isRequired: false,
		condition: HEARING_CONDITION,
	}),
	paper('expert-argumentation', TRACKS, '专家论证意见及采纳情况', 'Expert opinions and adoption report', {
		ground: '《重大行政决策程序暂行条例》第十九条至第二十一条、第二十九条（三）',
		mark: 'verified',
		isRequired: false,
	}),
	paper(
		'department-consultation',
		TRACKS,
		'征求部门意见汇总及分歧说明',
		'Consultation of departments and disagreements',
		{
			ground: '《重大行政决策程序暂行条例》第十三条',
			mark: 'verified',
			isRequired: false,
		},
	),
]

function paper(
	code: string,
	tracks: readonly Track[],
	zh: string,
	en: string,
	law: { ground: string; mark: Mark; effectiveFrom?: string; isRequired?: boolean; condition?: Wording },
): ReferenceSeed<ChecklistItem> {
	return {
		code,
		effectiveFrom: law.effectiveFrom ?? IN_FORCE.product,
		source: law.ground,
		lastChecked: LAST_CHECKED,
		mark: law.mark,
		body: {
			code,
			tracks,
			name: { zh, en },
			ground: law.ground,
			isRequired: law.isRequired ?? true,
			...(law.condition ? { condition: law.condition } : {}),
		},
	}
}
