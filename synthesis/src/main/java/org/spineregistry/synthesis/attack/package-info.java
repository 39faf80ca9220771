/**
 * What an attacker can do with a release, as numbers: who took part in it, and what the three
 * criteria of the Article 29 Working Party (Opinion 05/2014) ask. No verdicts.
 */
package org.spineregistry.synthesis.attack;
