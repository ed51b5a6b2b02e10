import type { Palette, Setting } from "../domain/storyboard.ts";
import type { Lexicon } from "./lexicon.ts";

/** English words that name or imply a place. */
export const PLACES_EN: Lexicon<Setting> = {
  ocean: `ocean sea seas wave waves beach coast coastal shore seashore seaside island islands lighthouse | bay gulf harbor harbour port marina pier dock
    lagoon tide tides tidal surf surfer surfing sail sailing sailboat sailor ship ships boat boats vessel yacht ferry anchor 
    captain pirate pirates fishing fisherman seal turtle shrimp seagull gull pelican albatross tsunami atlantic pacific caribbean
    mediterranean marine nautical maritime aquatic swim swimming swimmer water waters salt voyage fjord hydrosphere pearl whale whales dolphin dolphins orca`,
  mountains: `mountain mountains mount peak peaks summit hill hills valley cliff cliffs ridge volcano volcanoes alps | canyon glacier alpine andes
    himalaya himalayas everest rockies fuji volcanic lava magma crater eruption rock rocks rocky stone stones boulder cave caves hike hiking
    hiker climb climbing climber mountaineer trek trail highland highlands plateau altitude eagle condor ram yak llama alpaca chalet cabin
    sherpa monastery tibet nepal switzerland gorge earthquake geology mine mining mineral castle fortress dragon wind horizon sky cloud
    clouds weather tornado balloon plane airplane fly flying flight climate`,
  city: `football_field playing_field battlefield city cities town urban street streets avenue road roads highway traffic building buildings skyscraper skyscrapers skyline downtown |
    tower towers apartment offices subway metro train trains railway station bus taxi car cars truck automobile vehicle bicycle motorcycle
    airport shop shops store market mall baker food pizza hotel theater theatre cinema concert stage music jazz band drum saxophone trumpet
    orchestra club bar school university college student students teacher doctor nurse bank money business company startup entrepreneur
    factory industry industrial worker workers job work investor computer computers technology tech robot robots machine phone smartphone
    television radio news crowd people party wedding stadium football soccer basketball tennis baseball game games sport sports olympic gym
    fashion art artist gallery church cathedral palace king queen emperor empire roman rome paris london tokyo york chicago berlin madrid
    barcelona moscow beijing shanghai dubai sydney india china japan france italy spain germany america government president parliament
    court law police firefighter politics revolution war soldier army history ancient civilization neon electricity electric power engine
    lamps house houses elevator newspaper football_match product brand customer sale conference coworker`,
  space: `gravitational_field space outer_space planet planets galaxy galaxies universe cosmos cosmic nebula milky_way | star stars moon moons solar sun orbit orbital
    comets asteroid asteroids meteor meteors meteorite supernova black_hole astronaut astronauts cosmonaut rocket rockets spacecraft
    spaceship satellite satellites nasa mars venus jupiter saturn neptune uranus mercury pluto earth alien aliens ufo extraterrestrial
    shuttle launch interstellar gravity relativity physics physicist atom atoms particle particles electron photon wormhole time_travel
    hubble apollo singularity big_bang science scientist radiation light_year`,
  forest: `four_seasons forest forests wood woods woodland jungle rainforest rain_forest tree trees | oak pine fir maple birch willow bamboo leaf
    leaves branch branches root roots moss fern mushroom mushrooms fungus plant plants flower flowers rose tulip lily orchid blossom bloom
    garden gardens gardener park lawn bush shrub seed seeds fruit fruits apple apples berry berries vegetable vegetables wine bird birds
    robin sparrow woodpecker parrot bee bees honeybee honey hive butterfly butterflies insect insects ant ants beetle spider ladybug snail
    worm deer fox foxes wolf wolves bear bears rabbit rabbits hare squirrel hedgehog badger raccoon boar moose elk panda monkey monkeys
    gorilla chimpanzee orangutan tiger leopard jaguar sloth dog dogs puppy cat cats kitten unicorn fairy elf elves gnome witch wizard
    wildlife animal animals nature natural wild wilderness green ecosystem ecology biodiversity photosynthesis pollination pollen spring
    autumn camp camping tent hunter cottage treehouse dinosaur dinosaurs swamp marsh family child children love life peace friend
    friends dream dreams dna gene genes cell cells evolution bacteria`,
  desert: `desert deserts sand sands sandy dune dunes sahara gobi mojave kalahari oasis savanna savannah | camel camels cactus cacti caravan nomad
    nomads bedouin pyramid pyramids egypt egyptian pharaoh pharaohs sphinx mummy arabia arabian persia persian mesopotamia babylon morocco
    arizona nevada utah texas mesa arid dry drought heat hot scorching mirage scorpion scorpions rattlesnake lizard lizards snake snakes
    vulture coyote safari africa african lion lions elephant elephants giraffe giraffes zebra zebras rhinoceros rhino hippopotamus cheetah
    hyena meerkat antelope gazelle ostrich kangaroo outback australia mexico mexican cowboy cowboys western canyonlands tumbleweed bedouins
    archaeology archaeologist fossil fossils tomb ruins temple`,
  winter: `winter snow snowy snowfall snowstorm blizzard winter_landscape | snowflake snowflakes snowman ice icy frost frosty frozen freeze
    freezing cold ski skis skiing skier snowboard snowboarder sled sledding sleigh sledge skate skating christmas santa reindeer arctic
    antarctica antarctic polar igloo husky huskies iceberg avalanche mitten mittens scarf penguin icicle north_pole south_pole tundra eskimo
    yeti december january february yule frostbite polar_bear`,
  field: `field fields meadow meadows farm farmland countryside pasture prairie grassland steppe | farmer farmers farming wheat barley rye corn
    maize crop crops harvest haystack hay barn tractor plow plough cow cows cattle sheep lamb goat pony horse horses rooster chicken hen pig
    sunflower sunflowers poppy poppies lavender windmill scarecrow wildflower wildflowers daisy daisies dandelion village rural ranch grass
    grasses vineyard orchard kite picnic shepherd agriculture rice_paddy paddy cornfield wheat_field clover bull ox donkey plain plains
    agricultural`,
  rain: `rain rainy raining rainfall downpour drizzle rainstorm monsoon | thunderstorm raindrop raindrops umbrella umbrellas puddle puddles storm
    storms stormy thunder lightning wet raincoat rainbow flood soaked gutter cloudburst hail showers`,
  underwater: `underwater under_water deep_sea seabed sea_floor ocean_floor coral_reef | coral corals reef reefs diver divers diving scuba snorkel
    snorkeling fish fishes octopus squid jellyfish seahorse seahorses shark sharks ray manta clownfish anemone
    kelp seaweed plankton submarine submarines shipwreck aquarium abyss starfish sea_turtle sea_turtles mermaid mermaids deep_ocean lobster
    clam oyster tuna salmon eel urchin sea_urchin mariana_trench crab crustacean anglerfish`,
  "night-sky": `| night_sky starry_sky starry_night northern_lights aurora aurora_borealis shooting_star shooting_stars constellation constellations
    stargazing starlight meteor_shower full_moon moonlight moonrise big_dipper polaris firefly fireflies campfire telescope telescopes
    zodiac eclipse lunar comet perseids astronomy astronomer observatory lullaby owl owls bat bats wishing_star under_the_stars`,
  river: `river rivers stream streams creek brook waterfall waterfalls lake lakes | pond ponds riverbank canal canals rapids estuary delta swan
    swans duck ducks otter otters beaver beavers heron frog frogs toad salmon trout canoe kayak rowing rafting amazon nile danube rhine
    thames mississippi ganges yangtze fishing_rod angler watermill dam brooks springs freshwater crocodile dragonfly dragonflies reed reeds
    water_lily water_lilies lily_pad gondola bridge`,
  room: `room rooms bedroom kitchen living_room classroom bathroom indoors library | house_party home interior sofa couch armchair chair table
    desk lamp bed pillow blanket fireplace window windows door book books bookshelf candle candles piano guitar violin cello chess cooking
    cook chef recipe baking bake oven bread cake cookies coffee tea teapot cup breakfast dinner dining studio office meeting laptop
    furniture carpet curtain curtains clock mirror bakery cafe café restaurant reading study studying homework sewing knitting yarn toy toys
    nursery baby grandmother grandma attic cellar workshop laboratory lab hospital painting sculpture museum sleep sleeping pajamas`,
  abstract: `magnetic_field electric_field force_field field_of_study field_of_view abstract geometry geometric mathematics math maths algorithm algorithms data information idea ideas concept concepts philosophy | number
    numbers equation equations logic theory theories algebra calculus statistics probability fractal fractals pattern patterns shape shapes
    circle triangle code coding programming software programmer internet network networks digital cyber artificial_intelligence ai
    machine_learning neural_network blockchain cryptocurrency bitcoin quantum consciousness mind thought thoughts thinking psychology
    motivation success innovation creativity communication economy economics finance marketing strategy productivity leadership freedom
    justice truth emotion emotions color colors colour colours sound energy entropy democracy language languages grammar ethics infinity
    dimension time frequency`,
};

/** English words that name or imply a light. */
export const LIGHTS_EN: Lexicon<Palette> = {
  dawn: `dawn sunrise daybreak morning sun_rise rising_sun first_light | early awake wake waking birth born begin begins beginning beginnings
    start starts rooster spring bloom blossom hope new dew breakfast coffee fresh first awakening young baby seed origin origins founded
    introduction`,
  day: `daytime noon midday daylight afternoon sunny by_day | sun bright summer blue_sky beach lunch sky bee bees flower flowers bread football
    soccer child children garden happy vacation holiday`,
  sunset: `sunset dusk twilight evening sundown nightfall gloaming golden_hour setting_sun | golden gold orange red fall end ending ends farewell
    goodbye fire flame lava romance romantic love wine dinner late old grow memory memories history empire ancient horizon`,
  night: `night nighttime midnight city_lights moonlight moonlit starlight starry northern_lights aurora | dark darkness moon star stars space
    galaxy universe cosmos astronaut rocket telescope planet comet black_hole neon lamp candle candlelight dream dreams sleep sleeping owl
    bat ghost mystery secret shadow shadows firefly fireflies jazz nightclub eclipse lighthouse deep abyss orbit nebula fireworks campfire
    vampire theater cinema`,
  misty: `mist misty fog foggy haze hazy | cloudy overcast drizzle mysterious grey_morning low_clouds`,
  autumn: `autumn fall_leaves autumn_leaves autumnal fall_foliage | october november september harvest pumpkin halloween acorn golden_leaves
    fallen_leaves maple_leaves thanksgiving`,
};
