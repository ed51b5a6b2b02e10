/** A counter: how it is said, the sound that it begins with where that changes the number, and what it becomes after three. */
export type Counter = { say: string; sound?: Sound; afterThree?: string };

/** First sounds before which 1, 6, 8, 10 or 100 are cut short: イチ and 本 are イッポン. */
export type Sound = "k" | "s" | "t" | "h" | "p";

/** By first sound, as `word=how it is said/how after three`. */
const WORDS: Record<Sound | "plain", string> = {
  k: `
    か月=カゲツ ヶ月=カゲツ ケ月=カゲツ カ月=カゲツ 箇月=カゲツ か国=カコク ヶ国=カコク カ国=カコク か所=カショ
    ヶ所=カショ カ所=カショ 箇所=カショ 個=コ 回=カイ 階=カイ/ガイ 件=ケン 巻=カン 軒=ケン/ゲン 曲=キョク
    校=コー 機=キ 基=キ 級=キュー キロ=キロ キロメートル=キロメートル キログラム=キログラム
    光年=コーネン 平方キロメートル=ヘイホーキロメートル km=キロメートル kg=キログラム kW=キロワット`,
  s: `
    世紀=セイキ 章=ショー 歳=サイ 才=サイ 冊=サツ 足=ソク/ゾク 隻=セキ 週間=シューカン 種類=シュルイ 種=シュ
    周=シュー 周年=シューネン 社=シャ 席=セキ 節=セツ センチ=センチ センチメートル=センチメートル セント=セント
    世代=セダイ 週=シュー cm=センチメートル`,
  plain: `
    重=ジュー 行=ギョー 人=ニン 名=メイ 年=ネン 年間=ネンカン 年代=ネンダイ 年生=ネンセイ 月=ガツ 日=ニチ 日間=ニチカン
    時=ジ 時間=ジカン 秒=ビョー 秒間=ビョーカン 円=エン つ=ツ 枚=マイ 台=ダイ 度=ド 番=バン 番目=バンメ
    号=ゴー 倍=バイ 羽=ワ 部=ブ 話=ワ 代=ダイ 位=イ 次=ジ 問=モン 語=ゴ 割=ワリ 万=マン
    メートル=メートル ミリ=ミリ ミリメートル=ミリメートル グラム=グラム ドル=ドル ユーロ=ユーロ リットル=リットル
    °=ド °C=ド ℃=ド mm=ミリメートル m=メートル mg=ミリグラム g=グラム L=リットル ml=ミリリットル
    mL=ミリリットル GB=ギガバイト MB=メガバイト TB=テラバイト Hz=ヘルツ W=ワット $=ドル ¥=エン
    €=ユーロ`,
  t: `
    点=テン 頭=トー 通=ツー 等=トー トン=トン 丁目=チョーメ 着=チャク 体=タイ 兆=チョー 対=ツイ t=トン`,
  h: `
    本=ホン/ボン 匹=ヒキ/ビキ 杯=ハイ/バイ 泊=ハク/パク 発=ハツ/パツ 票=ヒョー/ビョー 分=フン/プン
    分間=フンカン/プンカン 歩=ホ/ポ 品=ヒン/ピン 拍=ハク/パク 遍=ヘン/ベン`,
  p: `
    %=パーセント パーセント=パーセント ページ=ページ ポイント=ポイント ピクセル=ピクセル ポンド=ポンド £=ポンド`,
};

/** The words that count things, with units and signs that are read like them. */
export const COUNTERS = new Map(
  Object.entries(WORDS).flatMap(([sound, words]) =>
    words
      .trim()
      .split(/\s+/)
      .map((word) => parseCounter(sound, word)),
  ),
);

function parseCounter(sound: string, entry: string): [string, Counter] {
  const [word, say, afterThree] = entry.split(/[=/]/) as [string, string, string | undefined];
  return [word, { say, ...(sound !== "plain" && { sound: sound as Sound }), ...(afterThree && { afterThree }) }];
}
