/** The stage that gathers what the decision looks at. */
@NullMarked
package io.strikewire.enrich.cdi;

import org.jspecify.annotations.NullMarked;
