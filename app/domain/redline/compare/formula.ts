/** Words that any sentence of a rule may hold: where they alone stayed, nothing did. */
const FORMULA =
	/应当|可以|不得|必须|或者|以及|有关|规定|其他|进行|按照|依照|根据|应|可|的|和|与|或|及|并|由|对|向|在|为|将|以|其|该|所|后|前|时|等|者|地|被|是|有|于|从|给|予|[，。；：、\s]/g

/** A text without the words and marks that stand in every rule. */
export function wordsBeyondFormula(text: string): string {
	return text.replaceAll(FORMULA, '')
}
