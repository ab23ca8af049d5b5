/** What the signature under each conclusion of an opinion does, in words. */
export const effect = {
	lawful: '出具合法性审查通过确认，只对这一稿有效，可以申报上会',
	amend: '退给起草单位修改，{{days}} 个工作日内报送；改好以前不能上会',
	'risk-flagged': '出具明示法律风险提请讨论确认，只对这一稿有效，可以申报上会；会上须宣读风险',
	unlawful: '审查不通过，不能上会；起草单位可以重新起草后再送审',
} as const
