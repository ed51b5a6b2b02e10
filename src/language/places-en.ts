import type { Palette, Setting } from "../domain/storyboard.ts";
import type { Lexicon } from "./lexicon.ts";

/** English words that name or imply a setting. */
export const SETTINGS_EN: Lexicon<Setting> = {
  ocean: `ocean sea seas wave waves beach coast coastal shore seashore seaside island islands underwater | bay gulf harbor harbour port marina pier dock lagoon reef coral
    tide tides tidal surf surfer surfing sail sailing sailboat sailor ship ships boat boats vessel yacht ferry canoe kayak submarine anchor lighthouse captain
    pirate pirates whale whales dolphin shark fish fishing fisherman seal turtle octopus squid jellyfish crab lobster shrimp starfish seahorse seagull gull
    pelican penguin albatross seaweed plankton tsunami atlantic pacific arctic antarctic caribbean mediterranean underwater diving diver snorkel marine
    nautical maritime aquatic mermaid swim swimming swimmer water waters salt voyage river lake pond stream estuary fjord delta hydrosphere iceberg
    flood aquarium oyster pearl kelp`,
  mountains: `mountain mountains mount peak peaks summit hill hills valley cliff cliffs ridge volcano volcanoes alps northern_lights |  canyon glacier avalanche alps alpine andes himalaya himalayas
    everest rockies fuji volcano volcanoes volcanic lava magma crater eruption rock rocks rocky stone stones boulder cave caves hike hiking hiker climb
    climbing climber mountaineer trek trail ski skiing skier snowboard snow snowy ice icy frozen winter blizzard highland highlands plateau altitude
    eagle condor goat ram yak llama alpaca chalet cabin sherpa monastery tibet nepal switzerland waterfall gorge earthquake geology mine mining
    mineral castle fortress dragon meadow pasture sheep cow farm field fields countryside village wind windmill horizon sky cloud clouds weather rainbow
    storm thunder lightning tornado balloon plane airplane fly flying flight climate`,
  city: `city cities town urban street streets avenue road roads highway traffic building buildings skyscraper skyscrapers skyline downtown | tower towers
    apartment office offices bridge subway metro train trains railway station bus taxi car cars truck automobile vehicle bicycle motorcycle airport
    shop shops store market mall restaurant cafe café coffee bakery bread baker kitchen chef cook cooking food pizza hotel museum theater theatre cinema
    concert stage music jazz band piano guitar violin drum saxophone trumpet orchestra club bar library school university college student students
    teacher classroom hospital doctor nurse bank money business company startup entrepreneur factory industry industrial worker workers job work economy
    finance market investor cryptocurrency bitcoin blockchain computer computers internet software code coding programmer data digital technology tech robot
    robots machine artificial_intelligence phone smartphone television radio news crowd people party wedding stadium football soccer basketball tennis
    baseball chess game games sport sports olympic gym fashion art artist painting gallery church cathedral palace king queen emperor empire roman rome
    paris london tokyo york chicago berlin madrid barcelona moscow beijing shanghai dubai sydney india china japan france italy spain germany america
    government president parliament court law police firefighter politics democracy revolution war soldier army history ancient civilization neon
    electricity electric power engine lamp lamps window windows house houses home room door library book books house_party elevator clock newspaper
    football_match marketing product brand customer sale meeting conference coworker`,
  space: `space outer_space planet planets galaxy galaxies universe cosmos cosmic nebula milky_way | star stars moon moons lunar solar sun orbit orbital comet comets asteroid
    asteroids meteor meteors meteorite nebula supernova black_hole astronaut astronauts cosmonaut rocket rockets spacecraft spaceship satellite satellites
    telescope telescopes astronomy astronomer nasa mars venus jupiter saturn neptune uranus mercury pluto earth milky_way constellation eclipse alien aliens
    ufo extraterrestrial shuttle launch interstellar gravity relativity quantum physics physicist atom atoms particle particles electron photon wormhole zodiac
    infinity time_travel starlight hubble apollo singularity big_bang dimension science scientist energy radiation light_year`,
  forest: `four_seasons forest forests wood woods woodland jungle rainforest rain_forest tree trees | oak pine fir maple birch willow bamboo leaf leaves branch branches
    root roots moss fern mushroom mushrooms fungus plant plants flower flowers rose tulip daisy lily orchid sunflower blossom bloom garden gardens gardener
    park grass lawn bush shrub seed seeds fruit fruits apple apples berry berries vegetable vegetables orchard vineyard wine tea bird birds owl robin sparrow
    woodpecker parrot bee bees honeybee honey hive butterfly butterflies insect insects ant ants beetle spider ladybug dragonfly firefly fireflies frog
    toad snail worm deer fox foxes wolf wolves bear bears rabbit rabbits hare squirrel hedgehog badger beaver raccoon boar moose elk panda monkey monkeys
    gorilla chimpanzee orangutan tiger leopard jaguar sloth dog dogs puppy cat cats kitten horse pony unicorn fairy elf elves gnome witch wizard
    wildlife animal animals nature natural wild wilderness green ecosystem ecology biodiversity photosynthesis pollination pollen spring autumn camp
    camping campfire tent picnic hunter cottage treehouse wildflower dinosaur dinosaurs amazon swamp marsh rain grandmother grandma family child children
    baby love heart life peace friend friends health body dream dreams dna gene genes cell cells evolution bacteria`,
  desert: `desert deserts sand sands sandy dune dunes sahara gobi mojave kalahari oasis savanna savannah | camel camels cactus cacti caravan nomad nomads bedouin pyramid
    pyramids egypt egyptian pharaoh pharaohs sphinx nile mummy arabia arabian persia persian mesopotamia babylon morocco arizona nevada utah texas mesa arid dry
    drought heat hot scorching mirage scorpion scorpions rattlesnake lizard lizards snake snakes vulture coyote savanna savannah safari africa african
    lion lions elephant elephants giraffe giraffes zebra zebras rhinoceros rhino hippopotamus cheetah hyena meerkat antelope gazelle ostrich kangaroo
    outback australia mexico mexican cowboy cowboys western canyonlands tumbleweed bedouins archaeology archaeologist fossil fossils tomb ruins temple`,
};

/** English words that name or imply a light. */
export const PALETTES_EN: Lexicon<Palette> = {
  dawn: `dawn sunrise daybreak morning sun_rise rising_sun first_light | early awake wake waking birth born begin begins beginning beginnings start starts rooster spring bloom blossom hope new
    mist misty dew breakfast coffee fresh first awakening young baby seed origin origins founded introduction`,
  day: `daytime noon midday daylight afternoon sunny by_day | sun bright summer blue_sky beach lunch sky bee bees
    flower flowers bread football soccer child children garden happy vacation holiday`,
  sunset: `sunset dusk twilight evening sundown nightfall gloaming golden_hour setting_sun | golden gold orange red autumn fall end ending ends farewell goodbye fire flame lava romance romantic
    love wine dinner late old grow memory memories history empire ancient horizon`,
  night: `night nighttime midnight city_lights moonlight moonlit starlight starry northern_lights aurora | dark darkness moon star stars space galaxy universe cosmos astronaut rocket telescope
    planet comet black_hole neon lamp candle candlelight dream dreams sleep sleeping owl bat ghost mystery secret shadow shadows firefly fireflies jazz
    nightclub eclipse lighthouse deep abyss orbit nebula fireworks halloween campfire vampire theater cinema`,
};
