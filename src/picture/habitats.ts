/** Where a pictured thing belongs: in the air, on water, on the ground, or nowhere in particular. */
export type Habitat = "sky" | "water" | "ground" | "nowhere";

const SKY =
  /^(airplane.*|small-airplane|helicopter|rocket|flying-saucer|satellite|parachute|balloon|kite|bird|blackbird|dove|eagle|owl|bat|parrot|butterfly|honeybee|lady-beetle|mosquito|phoenix-bird|dragon|comet|shooting-star|star|glowing-star|sparkle.*|ringed-planet|globe-showing-.*|milky-way|rainbow|cloud.*|sun-behind-.*|snowflake|fireworks|high-voltage|wing|feather|carp-streamer|mountain-cableway|aerial-tramway|suspension-railway|leaf-fluttering-in-wind)$/;
const WATER =
  /^(ship|passenger-ship|sailboat|ferry|speedboat|motor-boat|canoe|desert-island|whale|spouting-whale|dolphin|fish|tropical-fish|blowfish|shark|octopus|squid|jellyfish|turtle|seal|otter|duck|swan|goose|ring-buoy|penguin|person-rowing-boat)$/;
const GROUND =
  /^(tree|.*-tree|cactus|potted-plant|seedling|herb|tulip|rose|sunflower|hibiscus|blossom|hyacinth|mushroom|brown-mushroom|sheaf-of-rice|dog|poodle|guide-dog|service-dog|cat|black-cat|tiger|leopard|horse|zebra|deer|bison|cow|ox|water-buffalo|pig|boar|ram|ewe|goat|camel|two-hump-camel|llama|giraffe|elephant|mammoth|rhinoceros|hippopotamus|mouse|rat|rabbit|chipmunk|beaver|hedgehog|sloth|skunk|kangaroo|badger|turkey|chicken|rooster|hatching-chick|baby-chick|front-facing-baby-chick|peacock|flamingo|dodo|crocodile|lizard|snake|sauropod|t-rex|snail|crab|lobster|scorpion|gorilla|orangutan|monkey|donkey|house.*|derelict-house|hut|castle|japanese-castle|church|mosque|hindu-temple|synagogue|shinto-shrine|kaaba|factory|hospital|hotel|school|bank|office-building|classical-building|post-office|stadium|tent|camping|circus-tent|lighthouse|ferris-wheel|carousel-horse|roller-coaster|fountain|statue-of-liberty|tokyo-tower|moai|building-construction|volcano|mount-fuji|mountain|snow-capped-mountain|automobile|oncoming-automobile|sport-utility-vehicle|pickup-truck|taxi|oncoming-taxi|bus|minibus|oncoming-bus|trolleybus|ambulance|fire-engine|police-car|oncoming-police-car|delivery-truck|articulated-lorry|tractor|racing-car|motorcycle|motor-scooter|bicycle|kick-scooter|locomotive|train|tram|tram-car|bullet-train|high-speed-train|metro|light-rail|railway-car|monorail|snowman|bench|couch-and-lamp|chair|bed|bathtub|fire|rock|wood|telescope|christmas-tree|jack-o-lantern|umbrella-on-ground|beach-with-umbrella)$/;

const GREAT =
  /^(house.*|derelict-house|castle|japanese-castle|church|mosque|hindu-temple|synagogue|kaaba|factory|hospital|hotel|school|bank|office-building|classical-building|post-office|stadium|lighthouse|circus-tent|ferris-wheel|roller-coaster|statue-of-liberty|tokyo-tower|building-construction|volcano|mount-fuji|mountain|snow-capped-mountain|.*-tree|elephant|mammoth|giraffe|sauropod|t-rex|ship|passenger-ship|ferry|desert-island|spouting-whale|whale)$/;
const VEHICLE =
  /^(automobile|oncoming-.*|sport-utility-vehicle|pickup-truck|taxi|bus|minibus|trolleybus|ambulance|fire-engine|police-car|delivery-truck|articulated-lorry|tractor|racing-car|motorcycle|motor-scooter|locomotive|train|tram|tram-car|.*-train|metro|light-rail|railway-car|monorail)$/;
const GREAT_BEAST =
  /^(horse|zebra|deer|bison|cow|ox|water-buffalo|pig|boar|ram|ewe|goat|camel|two-hump-camel|llama|rhinoceros|hippopotamus|gorilla|crocodile|kangaroo|tiger|leopard|lion|bear|polar-bear|donkey)$/;
/** What stands in no room and on no sill. */
export const OUTDOORS = new RegExp(`${GREAT.source}|${VEHICLE.source}|${GREAT_BEAST.source}`);
/** What stands among buildings as one of them, or goes on wheels. */
export const OF_STREETS = new RegExp(
  `${VEHICLE.source}|^(house.*|derelict-house|castle|japanese-castle|church|mosque|hindu-temple|synagogue|factory|hospital|hotel|school|bank|office-building|classical-building|post-office|stadium|lighthouse|ferris-wheel|roller-coaster|building-construction)$`,
);
const SLIGHT =
  /^(mouse|rat|rabbit|chipmunk|hedgehog|frog|lizard|snail|crab|lobster|scorpion|chicken|rooster|baby-chick|hatching-chick|front-facing-baby-chick|tulip|rose|sunflower|hibiscus|blossom|hyacinth|seedling|herb|mushroom|brown-mushroom|potted-plant|butterfly|honeybee|lady-beetle|mosquito|feather|leaf-fluttering-in-wind|ring-buoy|duck|turtle|snake|skunk|beaver|badger)$/;

/** How large a thing of that name is shown beside others. */
export const bulk = (picture: string): number => (GREAT.test(picture) ? 1.28 : SLIGHT.test(picture) ? 0.76 : 1);

/** Where the picture of that name belongs. */
export function habitatOf(picture: string): Habitat {
  if (SKY.test(picture)) return "sky";
  if (WATER.test(picture)) return "water";
  return GROUND.test(picture) ? "ground" : "nowhere";
}
