/** French words that say nothing about the subject. */
export const STOP_FR = `à afin ai aie ainsi alors après as assez au aucun aucune aujourd'hui auquel aussi autant autour autre autres aux auxquels avaient avais avait
  avant avec avez avoir avons ayant bien c ça car ce ceci cela celle celles celui cependant certain certaine certaines certains ces cet cette ceux chacun chaque
  chez chose choses ci comme comment contre d dans de debout dedans dehors déjà depuis derrière des désormais dès deux devant devient devrait doit doivent donc dont
  du durant elle elles en encore enfin entre envers es est et étaient étais était étant été être eu eux fait faire fais faisait faut fois font fut grâce hors
  ici il ils j je jusqu jusque l la là laquelle le lequel les lesquelles lesquels leur leurs lors lorsque lui m ma mais malgré me même mêmes mes mien mienne
  moi moins mon n ne ni non nos notre nôtre nous on ont or ou où oui par parce parfois parmi pas pendant peu peut peuvent peux plupart plus plusieurs plutôt pour pourquoi
  pourtant près presque puis puisque qu quand que quel quelle quelles quelqu quelque quelques quels qui quoi s sa sais sans sauf se selon sera seront ses seul seule
  seulement si sien sinon soi soient sois soit sommes son sont sous souvent suis sur t ta tandis tant te tel telle telles tels tes toi ton toujours tous tout toute
  toutes très trop tu un une unes va vais vers voici voilà vont fonctionne fonctionnent marche marchent vos votre vôtre vous vu y`;

/** German words that say nothing about the subject. */
export const STOP_DE = `ab aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus außer außerdem bald bei beide beiden
  beim bereits bevor bin bis bist da dabei dadurch dafür dagegen daher dahin damals damit danach daneben daran darauf darin darüber darum darunter das dass davon
  davor dazu dein deine deinem deinen deiner dem den denen denn dennoch der deren des deshalb dessen desto dich die dies diese diesem diesen dieser dieses dir doch dort
  du durch dürfen ebenso ein eine einem einen einer eines einfach einige einigen einiger einmal er erst es etwas euch euer eure fast für ganz gar gegen gehen geht
  genau gern gibt habe haben hat hatte hatten hattest hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem ins irgend ist ja je jede jedem jeden jeder
  jedes jedoch jemand jene jener jetzt kann kannst kaum kein keine keinem keinen keiner können könnte konnte lassen lässt man manche manchmal mehr mein meine meinem
  meinen meiner meist mich mir mit möchte muss müssen nach nachdem nah neben nein nicht nichts nie niemand noch nun nur ob oben obwohl oder oft ohne schon sehr
  seid sein seine seinem seinen seiner seit selbst sich sie sind so sogar solche soll sollen sollte sondern sonst sowie statt trotz über um und uns unser unsere
  unserem unseren unserer unten unter usw viel viele vielen vielleicht vom von vor wann war waren warum was weg wegen weil weiter welche welchem welchen welcher
  welches wem wen wenig wenn wer werde werden werdet wessen wie wieder will wir wird wirst wo wohin wollen wollte worden wurde wurden würde zu zum zur zwar zwischen funktioniert funktionieren entsteht entstehen passiert gemacht`;
