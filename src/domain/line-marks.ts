/** A sign as wide as it is high: Chinese, Japanese and Korean writing with its punctuation. */
export const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\u30fb\u30fc\uff01-\uff60]/u;

/** Scripts that put no space between words. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What no line may begin with: JIS X 4051's closing marks, small kana and marks of length, and the closing marks of other scripts. */
export const NOT_FIRST =
  /^[、。，．・：；？！ヽヾゝゞ々〻ー）］｝〕〉》」』】〙〗〟ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ゛゜〜～…‥·,.;:?!%‰℃°)\]}»”]/u;

/** What no line may end with: opening marks. */
export const NOT_LAST = /[（［｛〔〈《「『【〘〖〝“‘([{«¿¡￥$£€#]$/u;

/** Marks that stand apart from the word they close, as in French; the space before them never ends a line. */
export const CLOSING = /^[»›!?:;%‰€…]+$/u;

/** Marks that stand apart from the word they open. */
export const OPENING = /^[«‹¿¡]+$/u;
