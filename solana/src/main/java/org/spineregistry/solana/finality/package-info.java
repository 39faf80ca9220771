/** What endpoints say about signed transactions, and what may be done next. */
package org.spineregistry.solana.finality;
