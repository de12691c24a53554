package it.voci.actors;

/** For whom an actor speaks. */
public enum Side {
  /** The Russian or Belarusian state and those who speak for it. */
  KREMLIN,
  /** Ukrainian authorities and state companies. */
  UKRAINE,
  /** Governments, institutions and parties of the EU, NATO and states that side with Kyiv. */
  WEST,
  /** Western intelligence, and defence ministries as assessors. */
  WESTERN_INTELLIGENCE,
  /** Think tanks, scholars, analysts, former officers. */
  EXPERT,
  /** Russian and Belarusian exiles, dissenters and independent media. */
  OPPOSITION,
  /** Third countries, the UN, the Holy See, NGOs, companies, the Western press. */
  OTHER,
  /** An office without a nationality, a name nobody knows; never a side of the gazetteer. */
  UNKNOWN
}
