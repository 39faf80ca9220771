/** What the launcher asks the certification service over HTTP. */
package org.spineregistry.localstack.api;
