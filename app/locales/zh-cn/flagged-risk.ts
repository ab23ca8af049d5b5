/** What an opinion says of a legal risk that it flags, in words. */
export const risk = {
	title: '明示法律风险（仅用于国家尚无明确规定的探索性改革决策）',
	rule: '《重大行政决策程序暂行条例》第二十五条：可以明示法律风险，提交决策机关讨论。法律、法规、规章明令禁止的，不能用这个结论。',
	ground: '国家尚无明确规定：查了哪些规定，为什么没有规定可依',
	risks: '法律风险，一行写一项',
	measures: '应对措施，一行写一项',
	isUnprohibited: '我确认：没有法律、法规、规章明令禁止这项决策',
} as const
