/** Reading a delivery: which dialect the sender speaks and what it says in it. */
@NullMarked
package io.strikewire.intake;

import org.jspecify.annotations.NullMarked;
