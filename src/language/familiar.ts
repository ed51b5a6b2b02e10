import { englishBases } from "./forms.ts";
import { isProper } from "./noun-phrases.ts";
import { subjectsIn } from "./subjects.ts";
import type { WordNet } from "./wordnet.ts";

/** Words that everybody knows although the texts in which WordNet counts words happen not to use them. */
const KNOWN = new Set(
  `airliner alder alligator amphibian anklet apse aquatic arctic artichoke asteroid audio bagpipe bald baleen barracks basilica bakery baked barber beekeeper beet bicycle biplane binary birch
  blizzard bluebird bobcat boa bongo bony bottlenose bracelet breadcrumb broth bumblebee bun bungalow butterscotch caffeine cappuccino carnation caramel caramelized cardiac
  carpenter catfish causeway celery cello cereal cheddar cheetah cheesecake chestnut chimpanzee chinchilla chipmunk chowder chocolate cinnamon cirrus cityscape citrus cloudburst
  coaster cockatoo coconut cod collie columbine condensed condor coral corgi cornea coronary cottage cougar coyote crabgrass cranberry croissant crosswind cub cuckoo cumulus cupcake
  curd cygnet daffodil daisy decaffeinated dalmatian dandelion detour digital diner dolphin domestic dormer downpour drake drawbridge dressing drizzle driftwood duplex eaglet
  earring earthworm eel electric emperor espresso estuary evaporated ewe fairway falcon fawn feather fennel fern ferret fin fingerboard firefly flagship flamingo flute foal
  folding forelimb forepaw fountain foxhound frond gale gazelle gazpacho geyser gibbon giraffe goldfish gosling granulated greenery greyhound grizzly grotto guppy hailstone hailstorm halibut hammerhead
  hammock handlebar hamster handset harp harpsichord hawk hazelnut headlight hedgehog heifer hemlock heron herring highchair honeybee honeycomb horsefly humpback hummingbird husky hyacinth iceberg
  icebreaker iced icicle iguana insole instep iris jaguar jasmine jellyfish kettledrum keyboard kickstand kingfisher kite kitten koala ladybug lagoon lapdog lark larva lavender lemonade lemur leopard lighthouse
  lilac lily limestone lion lioness lobster lollipop lullaby lynx macaw mackerel mallard mammoth mandolin mane mango mantis maple marigold marshmallow mashed mattress meerkat meltwater meringue minaret
  mistletoe mocha moonflower moonlight moose mosaic mosquito moth muffin mulled mural muzzle narwhal neckline nightingale nimbus novella oasis oboe ocelot octopus omelet orangutan orca orchid oregano
  osprey ostrich otter overpass oyster pagoda panda pansy panther parachute parakeet parrot pasta pastry peacock pebble pecan pedal pelican peony pepperoni petal petunia piccolo piglet pigtail
  platypus plum pomegranate poodle poppy porcupine porpoise powdered primrose pug pumpkin puppy puffin pupa python quail raccoon racehorse radish rainstorm raincoat raspberry rattlesnake raven
  retriever rhinoceros robin rosebud sailboat salamander salmon sandcastle sandstone sandstorm saxophone scarecrow scooter seagull seahorse seal seaplane seascape seaweed shamrock shepherd showers silverback
  skyscraper slush smoothie snapdragon snapping snowdrift snowfall snowflake snowstorm snowman sombrero songbird sourdough spaniel sparrow speakerphone speedway spinach sponge sprocket squid squirrel
  stained-glass stainless stallion stalactite stalagmite starfish stegosaurus storybook stork strait stratus strawberry steamer sundress sunfish sunflower sunroom supernova supergiant surfboard swordfish tabby tadpole taillight
  tambourine tarantula tentacle terrier textbook thistle thunderbolt thunderstorm tigress tornado tortoise toucan tricycle trombone trout truffle tugboat tulip tuna turnip tusk tyrannosaur udder ukulele
  vanilla ventricle viola viper violet volcanic vulture walnut walrus warbler warthog watermelon waterfall waterwheel weasel weevil werewolf whitecap wildflower windmill windstorm wolverine woodpecker
  woodwind workhorse wren yolk yogurt zebra zucchini acorn anchovy android airstream analog bedrock burrow cacao caliche calf carapace cornea cart covered cub distilled earring feline fetlock financial forebrain forked
  fresh hot inner iris mortise nave outcrop painted photosphere picnic pontoon prevailing prickly prism revolving rocking roe sliding soft sports stepping sunken sunhat suspension textbook topiary toothed
  turret yak drum acoustic detached neutron nova skeletal tiller whisker hoof antler beak talon propeller fuselage`.split(/\s+/),
);
/** Words that were met in old texts, which nobody uses for what WordNet says. */
const ODD = new Set(
  `silva greenwood encolure felloe quandong withers gaskin burl milt hulk hack nag jade cob gun kylix scyphus chalice calculus timothy capon fryer roaster spawner generic macon alp ben slider cooter pod
  shirting wedgie jumper coatee titfer polonaise newmarket topper guinea distemper daub icon smudge backfire smoulder bilge finder predictor node rue spouter fingerling scut pennon plantain
  gumbo julienne parquet casing riser trotter porker lard rook nanny wether tarn ratite uncle mentum calypso disa clunch tor neve stabile formulary tome galley dickey grampus grinder scrub
  horseback horsemeat seamount venation sporophyll moshav grave bay monster gall shell snapper butterwort stradavarius lantern poll shipwreck flag miniature newfoundland`.split(
    /\s+/,
  ),
);

/** Of all that WordNet calls some "tree", what people call so. */
const KNOWN_TREE =
  /^(oak|palm|birch|willow|pine|apple|cherry|olive|lemon|orange|fig|maple|elm|ash|beech|peach|pear|plum|nut|walnut|almond|rubber|banana|mango|cedar|cypress|chestnut|fir|poplar|fruit|shade|evergreen|deciduous|christmas|family) tree$/;

/** Whether people at large know every word of a name: it was counted in everyday texts, has a picture, or everybody knows it. */
export function isFamiliar(name: string, wordnet: WordNet): boolean {
  if (isProper(name)) return !ODD.has(name.toLowerCase());
  if (
    ODD.has(name.toLowerCase()) ||
    (/ tree$/.test(name) && !KNOWN_TREE.test(name)) ||
    /^(small|young|true|poll|ordinary|bent|goat|fountain|rye|giant|tall oat) |^(tree farm|tree of knowledge|jamaican cherry|rose chestnut|liver chestnut|post horse|push-bike|cattle guard|great hall)$|^leaf shape|^(rough fish|black sheep|coach dog|spy satellite)$|['’]s | substitute$/.test(
      name,
    )
  )
    return false;
  return name
    .toLowerCase()
    .split(/[\s-]+/)
    .every((word) => [word, ...englishBases(word)].some((form) => isKnown(form, wordnet)));
}

function isKnown(word: string, wordnet: WordNet): boolean {
  return (
    KNOWN.has(word) ||
    wordnet.elsewhere(word) > 0 ||
    wordnet.senses(word).some(({ count }) => count > 0) ||
    subjectsIn(word, "en").length > 0 ||
    /^(of|the|in|and|a)$/.test(word)
  );
}
