/** Option chains as the exchange's delayed-quote files give them. */
@NullMarked
package io.strikewire.gex.chain;

import org.jspecify.annotations.NullMarked;
