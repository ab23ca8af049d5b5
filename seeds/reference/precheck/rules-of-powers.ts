import type { RuleRow } from './rules.ts'

const GRANTED = '上位法已有授权而本句未引用的，不属此列；引用后不再提示。'
const GRANTED_EN = 'Not one where an upper law grants it and the sentence does not say so; cite that law and the hit goes.'

/** A: powers that a normative document may not give, and duties that it may not make. */
export const POWERS: readonly RuleRow[] = [
	[
		'A1', 'E', '设定行政许可', 'Sets a licence', '《行政许可法》第十七条；国办发〔2018〕37号（一）',
		`${GRANTED}机关内部报批、补助资格审核不是许可。`, `${GRANTED_EN} Approvals inside the administration and of benefits are no licence.`,
	],
	[
		'A2', 'W', '增设许可或者办理条件', 'Adds conditions to an application', '《行政许可法》第十六条；国办发〔2018〕37号（一）',
		'所加材料为法定材料的，不属此列。', 'Not one where the law itself asks for the added paper.',
	],
	[
		'A3', 'E', '设定行政处罚', 'Sets a penalty', '《行政处罚法》第九条、第十六条',
		`${GRANTED}机关内部的通报批评、处分不是行政处罚。`, `${GRANTED_EN} Criticism and discipline inside the administration are no penalty.`,
	],
	[
		'A4', 'E', '设定行政强制', 'Sets a compulsory measure', '《行政强制法》第九条、第十条、第十二条、第十三条、第四十三条',
		`${GRANTED}合同约定的措施、检修停水停电不是行政强制。`, `${GRANTED_EN} What a contract agrees on, and cuts for repair, are none.`,
	],
	[
		'A5', 'E', '设定收费、基金、保证金或者集资摊派', 'Sets a fee, a fund, a deposit or a levy', '《行政许可法》第五十八条；国办发〔2018〕115号（六）',
		`${GRANTED}经营者自主定价的服务价格不属行政收费。`, `${GRANTED_EN} The price of a seller's own service is no fee.`, 'to-be-confirmed',
	],
	[
		'A6', 'E', '税收减免、返还或者按税收贡献奖补', 'Gives up or gives back a tax', '《公平竞争审查条例》第十条第一项；《立法法》第十一条第六项',
		'落实国家税收优惠的，引用其规定即可。', 'Where it carries out a relief of the State, cite it.',
	],
	[
		'A7', 'E', '限制人身自由或者征收征用财产', 'Restricts liberty or takes property', '《立法法》第十一条第五项、第七项',
		`${GRANTED}征收工作的分工不是设定征收。`, `${GRANTED_EN} Who does which part of a lawful taking is no taking.`,
	],
	[
		'A8', 'W', '无依据增加义务或者减损权利', 'Adds a duty or reduces a right without a basis', '《优化营商环境条例》第六十四条；国办发〔2018〕37号（一）；《立法法》第九十三条',
		'本条他处已写明依据，或者只是办事程序的，不属此列。', 'Not one where the basis stands elsewhere in the article, or it is only a step of procedure.',
	],
	[
		'A9', 'W', '要求循环、重复或者无谓证明', 'Asks for a proof that goes in circles', '国办发〔2018〕37号（一）',
		'法律、法规规定的证明事项不属此列。', 'Not one where law asks for the proof.',
	],
	[
		'A10', 'W', '增加本单位权力或者减少法定职责', 'Adds a power of its own or drops a duty', '国办发〔2018〕37号（一）；国办发〔2018〕115号（六）',
		'法律规定的免责情形不属此列。', 'Not one where law frees from liability.', 'to-be-confirmed',
	],
	[
		'A11', 'E', '最终解释权、排除复议诉讼', 'Has the last word, or bars review', '《行政复议法》第二条、第十一条；《行政诉讼法》第二条、第十二条；《立法法》第十一条第十项',
		'法律规定最终裁决的事项不属此列。', 'Not one where a law itself makes the decision final.',
	],
	[
		'A12', 'W', '以裁量基准改变处罚幅度', 'A benchmark that moves the range of a penalty', '《行政处罚法》第十四条、第三十四条',
		'在法定幅度内细化档次的，不属此列。', 'Not one where it only divides the lawful range.',
	],
]
